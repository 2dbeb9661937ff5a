import Synchronization

/// The documents about the API, each made when it is first asked for and then kept.
final class PublishedDocuments: Sendable {
    private let document: OpenAPIDocument
    private let kept = Mutex<[Form: [UInt8]]>([:])

    init(_ routes: [Route], version: String) { document = OpenAPIDocument(routes: routes, version: version) }

    /// A document in the form in which it is sent.
    enum Form: Hashable, Sendable {
        case json, yaml, collection
    }

    func bytes(_ form: Form) -> [UInt8] {
        if let bytes = kept.withLock({ $0[form] }) { return bytes }
        // Made outside of the lock: at the worst two make the same.
        let bytes = Array(text(form).utf8)
        kept.withLock { $0[form] = bytes }
        return bytes
    }

    private func text(_ form: Form) -> String {
        switch form {
        case .json: document.json.jsonText
        case .yaml: document.json.yaml + "\n"
        case .collection: PostmanCollection(routes: document.routes).json.jsonText
        }
    }

    /// The description for a terminal or a file: a member a line.
    func printed(asYAML: Bool) -> String { asYAML ? document.json.yaml : document.json.indented }
}
