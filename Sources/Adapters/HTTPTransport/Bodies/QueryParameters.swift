/// The parameters of a URL's query.
package struct QueryParameters: Equatable, Sendable {
    /// As sent, without the question mark.
    let sent: String
    private let texts: [String: String]

    /// - Parameter query: what stands after the question mark, as sent; `nil` without one.
    /// - Throws: `.malformedForm` beyond `BodyDecoding.maximumMembers` parameters.
    init(_ query: String?) throws(BodyProblem) {
        guard let query, !query.isEmpty else {
            sent = ""
            texts = [:]
            return
        }
        var texts: [String: String] = [:]
        for pair in try URLEncodedPairs.decode(Array(query.utf8)) { texts[pair.name] = pair.text }
        self.texts = texts
        sent = query
    }

    /// All of them in their order, decoded.
    package var pairs: [FormPair] {
        // What was decoded once can be decoded again.
        [FormPair](urlEncoded: Array(sent.utf8)) ?? []
    }

    /// The same without those of these names.
    package func without(_ names: Set<String>) -> QueryParameters {
        let kept = sent.split(separator: "&").filter { pair in
            let decoded = [FormPair](urlEncoded: Array(pair.utf8))
            return decoded?.first.map { !names.contains($0.name) } ?? true
        }
        return QueryParameters(sent: kept.joined(separator: "&"), texts: texts.filter { !names.contains($0.key) })
    }

    private init(sent: String, texts: [String: String]) {
        self.sent = sent
        self.texts = texts
    }

    /// No parameters at all.
    package init() {
        sent = ""
        texts = [:]
    }

    /// The text of the last parameter of this name, decoded; empty when it was sent without one.
    package subscript(name: String) -> String? { texts[name] }
}
