import HTTPTypes
import NIOCore

extension ByteBuffer {
    /// Writes the head of an answer in HTTP/1.1 (RFC 9112, 4).
    ///
    /// - Parameters:
    ///   - isLast: whether the connection ends behind it.
    ///   - isInChunks: whether its body has no length, and comes in chunks (7.1).
    mutating func writeHead(of answer: FinishedAnswer, date: String, isLast: Bool, isInChunks: Bool = false) {
        if answer.status == .ok {
            writeStaticString("HTTP/1.1 200 OK\r\n")
        } else {
            writeString("HTTP/1.1 \(answer.status.code) \(answer.status.reasonPhrase)\r\n")
        }
        for field in answer.fields { writeField(field.name.rawName, field.value) }
        if let standing = answer.standing { writeBytes(standing.bytes) }
        writeStaticString("X-Request-ID: ")
        writeString(answer.requestName)
        writeStaticString("\r\ndate: ")
        writeString(date)
        if let length = answer.length {
            writeStaticString("\r\nContent-Length: ")
            writeString(String(length))
        }
        if isInChunks { writeStaticString("\r\nTransfer-Encoding: chunked") }
        writeStaticString(isLast ? "\r\nconnection: close\r\n\r\n" : "\r\n\r\n")
    }

    private mutating func writeField(_ name: String, _ value: String) {
        writeString(name)
        writeStaticString(": ")
        writeString(value)
        writeStaticString("\r\n")
    }
}
