import HTTPTypes
import NIOCore

/// An answer as it is sent.
struct FinishedAnswer: Sendable {
    var head: HTTPResponse
    let body: ByteBuffer
    /// What follows behind the body, when its length is not known yet.
    var rest: AnswerParts?
}
