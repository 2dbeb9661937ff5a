import Glibc
import NIOCore
import NIOHTTP1

/// Answers whose length is not known when they begin, as bytes, past the encoder.
extension ConnectionGuard {
    /// Whether what is written still reaches the client.
    var isAnswering: Bool {
        if case .ended = state { false } else { context != nil }
    }

    /// Begins an answer in chunks (RFC 9112, 7.1) with its head and first part.
    func writeFirst(_ answer: FinishedAnswer, date: String) {
        guard let context, let encoder = encoderContext, isAnswering else { return }
        let isLast = isLastRequest && clock.openAnswers == 1
        isAnswerBegun = true
        var bytes = context.channel.allocator.buffer(capacity: 1_024)
        bytes.writeHead(of: answer, date: date, isLast: isLast, isInChunks: true)
        encoder.write(NIOAny(bytes), promise: nil)
        writePart(answer.body)
    }

    /// Goes on with it.
    func writePart(_ part: ByteBuffer) {
        guard let context, let encoder = encoderContext, isAnswering, part.readableBytes > 0 else { return }
        encoder.write(NIOAny(ByteBuffer(string: String(part.readableBytes, radix: 16) + "\r\n")), promise: nil)
        encoder.write(NIOAny(part), promise: nil)
        encoder.write(NIOAny(ByteBuffer(string: "\r\n")), promise: nil)
        context.flush()
    }

    /// Ends it.
    func writeEnd() {
        guard let context, let encoder = encoderContext, isAnswering else { return }
        isAnswerBegun = false
        clock.answerEnded(at: context.eventLoop.now)
        let sent = context.eventLoop.makePromise(of: Void.self)
        encoder.write(NIOAny(ByteBuffer(string: "0\r\n\r\n")), promise: sent)
        answerWritten(context, sent.futureResult)
        context.flush()
    }

    /// Ends the connection in the middle of it, by a reset: nobody may take what was sent for the whole.
    func breakOff() {
        guard let context, isAnswering else { return }
        state = .ended(closeAt: context.eventLoop.now)
        _ = (context.channel as? any SocketOptionProvider)?.setSoLinger(linger(l_onoff: 1, l_linger: 0))
        context.close(promise: nil)
    }
}
