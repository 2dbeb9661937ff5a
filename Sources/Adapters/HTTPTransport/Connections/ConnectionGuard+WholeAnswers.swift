import HTTPTypes
import NIOCore
import NIOHTTP1

extension ConnectionGuard {
    /// Writes an answer whose body is known as a whole, as bytes, past the encoder: what `write` does with its parts, in
    /// one go. Every answer says its length itself, or is one that has no body.
    func writeWhole(_ answer: FinishedAnswer, date: String, promise: EventLoopPromise<Void>?) {
        guard let context, let encoder = encoderContext else { return }
        if case .ended = state {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        let isLast = isLastRequest && clock.openAnswers == 1
        var bytes = context.channel.allocator.buffer(capacity: 1_024 + answer.body.readableBytes)
        bytes.writeHead(answer.head, date: date, isLast: isLast)
        bytes.writeImmutableBuffer(answer.body)
        clock.answerEnded(at: context.eventLoop.now)
        encoder.write(NIOAny(bytes), promise: promise)
        answerWritten(context)
        context.flush()
    }
}

extension ByteBuffer {
    /// Writes the head of an answer in HTTP/1.1 (RFC 9112, 4).
    fileprivate mutating func writeHead(_ head: HTTPResponse, date: String, isLast: Bool) {
        writeStaticString("HTTP/1.1 ")
        writeString(String(head.status.code))
        writeStaticString(" ")
        writeString(head.status.reasonPhrase)
        writeStaticString("\r\n")
        for field in head.headerFields { writeField(field.name.rawName, field.value) }
        writeField("date", date)
        if isLast { writeField("connection", "close") }
        writeStaticString("\r\n")
    }

    private mutating func writeField(_ name: String, _ value: String) {
        writeString(name)
        writeStaticString(": ")
        writeString(value)
        writeStaticString("\r\n")
    }
}
