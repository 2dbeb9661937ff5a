import HTTPTypes
import NIOCore

@testable import HTTPTransport

/// An answer as it leaves the dispatcher.
struct Received: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: String

    /// Status, headers in the order of their names, and body.
    var snapshot: String {
        let lines = headers.map { "\($0.name.canonicalName): \($0.value)" }.sorted()
        return ([String(status)] + lines + ["", body]).joined(separator: "\n")
    }

    init(_ answer: FinishedAnswer) {
        status = answer.head.status.code
        headers = answer.head.headerFields
        body = String(buffer: answer.body)
    }
}

extension FinishedAnswer {
    /// The same with all that follows.
    func collected() async throws -> FinishedAnswer {
        guard var rest else { return self }
        var whole = body
        while var part = try await rest.next() { whole.writeBuffer(&part) }
        return FinishedAnswer(head: head, body: whole)
    }
}
