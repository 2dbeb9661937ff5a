import Glibc
import NIOCore
import NIOHTTP1

/// Answers that are written a part at a time, as bytes, past the encoder.
extension ConnectionGuard {
    /// Whether what is written still reaches the client.
    var isAnswering: Bool {
        if case .ended = state { false } else { context != nil }
    }

    /// Whether what was written of an answer is longer than it said, or shorter, now that it is all.
    var hasOtherLength: Bool {
        guard let bytesToCome else { return false }
        return bytesToCome < 0 || bytesToCome > 0 && isAnswering
    }

    /// Begins an answer with its head: in chunks (RFC 9112, 7.1), unless its length is known.
    func writeHead(of answer: FinishedAnswer, date: String) {
        guard let context, let encoder = encoderContext, isAnswering else { return }
        isAnswerBegun = true
        bytesToCome = answer.length
        var bytes = context.channel.allocator.buffer(capacity: 1_024)
        bytes.writeHead(of: answer, date: date, isLast: isLastAnswer, isInChunks: answer.length == nil)
        encoder.write(NIOAny(bytes), promise: nil)
    }

    /// Goes on with it.
    ///
    /// - Parameter sent: fulfilled when the part is out; fails when it will never be.
    func writePart(_ part: ByteBuffer, _ sent: EventLoopPromise<Void>? = nil) {
        guard let context, let encoder = encoderContext, isAnswering else {
            sent?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        guard part.readableBytes > 0 else {
            sent?.succeed()
            return
        }
        if let bytesToCome {
            self.bytesToCome = bytesToCome - part.readableBytes
            guard part.readableBytes <= bytesToCome else {
                sent?.fail(ChannelError.ioOnClosedChannel)
                return breakOff()
            }
            encoder.write(NIOAny(part), promise: sent)
        } else {
            encoder.write(NIOAny(ByteBuffer(string: String(part.readableBytes, radix: 16) + "\r\n")), promise: nil)
            encoder.write(NIOAny(part), promise: sent)
            encoder.write(NIOAny(ByteBuffer(string: "\r\n")), promise: nil)
        }
        context.flush()
    }

    /// Ends it. What turned out shorter than its length is broken off.
    func writeEnd() {
        guard let context, let encoder = encoderContext, isAnswering else { return }
        guard bytesToCome ?? 0 == 0 else { return breakOff() }
        isAnswerBegun = false
        clock.answerEnded(at: context.eventLoop.now)
        let sent = context.eventLoop.makePromise(of: Void.self)
        encoder.write(NIOAny(ByteBuffer(string: bytesToCome == nil ? "0\r\n\r\n" : "")), promise: sent)
        bytesToCome = nil
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
