/// A request with its answer, as far as the contract speaks of them.
package struct AnsweredRequest: Sendable {
    let method: String
    /// The path without its query.
    let path: String
    let status: Int
    let headers: [String: String]
    let body: [UInt8]

    /// - Parameters:
    ///   - target: the path, with its query if there is one.
    ///   - headers: names in any case.
    package init(
        _ method: String, _ target: String, status: Int, headers: [(name: String, value: String)], body: [UInt8]
    ) {
        self.method = method
        path = String(target.prefix { $0 != "?" && $0 != "#" })
        self.status = status
        self.headers = Dictionary(headers.map { ($0.name.lowercased(), $0.value) }) { first, _ in first }
        self.body = body
    }

    /// The type of the answer's body, without its parameters.
    var contentType: String? { headers["content-type"].map { String($0.prefix { $0 != ";" }) } }
}
