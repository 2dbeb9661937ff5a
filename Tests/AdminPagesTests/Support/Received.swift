import HTTPTypes
import HummingbirdCore
import NIOCore

/// An answer as it leaves the dispatcher.
struct Received: Sendable {
    let status: Int
    let headers: HTTPFields
    let body: String
    /// Of the body, in bytes.
    let size: Int

    /// Status, headers in the order of their names, and body.
    var snapshot: String {
        let lines = headers.map { "\($0.name.canonicalName): \($0.value)" }.sorted()
        return ([String(status)] + lines + ["", body]).joined(separator: "\n")
    }

    init(_ response: Response) async throws {
        let collector = Collector()
        try await response.body.write(collector)
        status = response.status.code
        headers = response.headers
        body = String(buffer: collector.buffer)
        size = collector.buffer.readableBytes
    }

    private final class Collector: ResponseBodyWriter {
        var buffer = ByteBuffer()

        func write(_ part: ByteBuffer) async throws { buffer.writeImmutableBuffer(part) }

        func finish(_ trailingHeaders: HTTPFields?) async throws {}
    }
}
