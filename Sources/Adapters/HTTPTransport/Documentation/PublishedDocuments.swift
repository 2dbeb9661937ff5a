import NIOCore
import Synchronization

/// The documents about the API, each made when it is first asked for and then kept.
final class PublishedDocuments: Sendable {
    private let document: OpenAPIDocument
    private let kept = Mutex<[Form: ByteBuffer]>([:])

    init(_ routes: [Route], version: String) { document = OpenAPIDocument(routes: routes, version: version) }

    /// A document in the form in which it is sent.
    enum Form: Hashable, Sendable {
        case json, yaml, collection
    }

    func bytes(_ form: Form) -> ByteBuffer {
        if let bytes = kept.withLock({ $0[form] }) { return bytes }
        // Made outside of the lock: at the worst two make the same, and one of them is kept.
        let bytes = ByteBuffer(string: text(form))
        return kept.withLock { kept in
            if let earlier = kept[form] { return earlier }
            kept[form] = bytes
            return bytes
        }
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
