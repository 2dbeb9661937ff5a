import HTTPTypes
import HummingbirdCore
import NIOCore

/// An answer as it is sent.
struct FinishedAnswer: Sendable {
    var head: HTTPResponse
    let body: ByteBuffer

    /// For Hummingbird.
    var response: Response {
        var response = Response(
            status: head.status, headers: head.headerFields,
            body: body.readableBytes > 0 ? ResponseBody(byteBuffer: body) : ResponseBody())
        // Hummingbird writes a length for each body.
        response.headers[.contentLength] = head.headerFields[.contentLength]
        return response
    }
}
