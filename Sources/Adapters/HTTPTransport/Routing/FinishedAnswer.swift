import HTTPTypes
import NIOCore

/// An answer as it is sent.
struct FinishedAnswer: Sendable {
    var head: HTTPResponse
    let body: ByteBuffer
}
