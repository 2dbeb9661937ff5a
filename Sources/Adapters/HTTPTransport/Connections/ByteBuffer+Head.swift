import HTTPTypes
import NIOCore

extension ByteBuffer {
    /// Writes the head of an answer in HTTP/1.1 (RFC 9112, 4).
    ///
    /// - Parameters:
    ///   - isLast: whether the connection ends behind it.
    ///   - isInChunks: whether its body has no length, and comes in chunks (7.1).
    mutating func writeHead(of answer: FinishedAnswer, date: String, isLast: Bool, isInChunks: Bool = false) {
        // All at once: the buffer takes as long for a part as for the whole.
        writeWithUnsafeMutableBytes(minimumWritableBytes: answer.mostOfHead + date.utf8.count) { room in
            room.withMemoryRebound(to: UInt8.self) { room in
                var head = FixedText(room)
                head.append(answer)
                head.append("\r\ndate: ")
                head.append(date)
                if let length = answer.length {
                    head.append("\r\nContent-Length: ")
                    head.append(UInt64(length))
                }
                if isInChunks { head.append("\r\nTransfer-Encoding: chunked") }
                head.append(isLast ? "\r\nconnection: close\r\n\r\n" : "\r\n\r\n")
                return head.count
            }
        }
    }
}

extension FixedText {
    /// The status and all fields but those of the connection.
    fileprivate mutating func append(_ answer: FinishedAnswer) {
        if answer.status == .ok {
            append("HTTP/1.1 200 OK\r\n")
        } else {
            append("HTTP/1.1 ")
            append(UInt64(answer.status.code))
            append(" ")
            append(answer.status.reasonPhrase)
            append("\r\n")
        }
        for field in answer.fields {
            append(field.name.rawName)
            append(": ")
            append(field.value)
            append("\r\n")
        }
        if let standing = answer.standing { standing.bytes.withUnsafeBufferPointer { append($0) } }
        append("X-Request-ID: ")
        append(answer.requestName)
    }
}

extension FinishedAnswer {
    /// At least as many bytes as its head has without the date.
    fileprivate var mostOfHead: Int {
        let ofFields = fields.reduce(0) { $0 + $1.name.rawName.utf8.count + $1.value.utf8.count + 4 }
        let told = status.reasonPhrase.utf8.count + ofFields + (standing?.bytes.count ?? 0) + requestName.utf8.count
        // The names that are written here, numbers, and what separates them.
        return told + 256
    }
}
