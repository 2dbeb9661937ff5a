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

    /// With all of it, however many parts it has.
    init(_ answer: FinishedAnswer) async throws {
        status = answer.status.code
        headers = answer.head.headerFields
        var whole = answer.body
        var rest = answer.rest
        while let part = try await rest?.next() {
            whole.writeImmutableBuffer(part.bytes)
            part.share?.giveBack()
        }
        body = String(buffer: whole)
    }
}
