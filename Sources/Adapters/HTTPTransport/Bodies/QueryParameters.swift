/// The parameters of a URL's query.
struct QueryParameters: Equatable, Sendable {
    private let texts: [String: String]

    /// - Parameter query: what stands after the question mark, as sent; `nil` without one.
    /// - Throws: `.malformedForm` beyond `BodyDecoding.maximumMembers` parameters.
    init(_ query: String?) throws(BodyProblem) {
        guard let query, !query.isEmpty else {
            texts = [:]
            return
        }
        var texts: [String: String] = [:]
        for pair in try URLEncodedPairs.decode(Array(query.utf8)) { texts[pair.name] = pair.text }
        self.texts = texts
    }

    /// No parameters at all.
    init() { texts = [:] }

    /// The text of the last parameter of this name, decoded; empty when it was sent without one.
    subscript(name: String) -> String? { texts[name] }
}
