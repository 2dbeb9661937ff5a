import NIOCore
import NIOHTTP1

extension ConnectionGuard {
    /// Looks whether the client has taken too long by now.
    func look(_ context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        let waiting = ConnectionGuard.waitingBytes(context)
        if progress.isStalled(waiting: waiting, at: now) {
            connections.onCut(.stalledAnswer, connections.newName())
            state = .ended(closeAt: now)
            context.close(promise: nil)
            return
        }
        switch state {
        case .serving:
            if waiting > 0 { clock.answerLeaving(at: now) }
            if let reason = clock.overdue(at: now) { cut(reason, context) }
        case .ending:
            break
        case .ended(let closeAt):
            if waiting > 0 {
                state = .ended(closeAt: now + limits.farewell)
            } else if now >= closeAt {
                context.close(promise: nil)
            }
        }
    }

    /// Stops reading, and ends the connection once the answers to earlier requests are out.
    func cut(_ reason: ConnectionCut, _ context: ChannelHandlerContext) {
        let name = connections.newName()
        if reason != .idle { connections.onCut(reason, name) }
        state = .ending(reason, requestName: name)
        end(reason, name, context)
        if clock.isReadingBody { context.fireErrorCaught(reason) }
    }

    /// Tells the client why, if it is its turn to be told, and ends the connection.
    func end(_ reason: ConnectionCut, _ name: String, _ context: ChannelHandlerContext) {
        // The request that is being read may have its answer already, or be just getting it.
        let ownAnswers = clock.isReadingBody ? 1 : 0
        guard !isAnswerBegun, clock.openAnswers <= ownAnswers else { return }
        state = .ended(closeAt: context.eventLoop.now + limits.farewell)
        if clock.openAnswers == ownAnswers, let answer = reason.answer {
            write(answer.status, answer.detail, name, context)
        }
        context.flush()
        // Closing both ways at once would drop what is still to be sent, and reset the connection while the client is
        // sending, and with it the answer might be lost (RFC 9112, 9.6).
        context.close(mode: reason == .idle ? .all : .output, promise: nil)
    }

    private func write(
        _ status: HTTPResponseStatus, _ detail: String, _ name: String, _ context: ChannelHandlerContext
    ) {
        let answer = RefusalBody(detail: detail, requestName: name)
        let headers = HTTPHeaders(answer.fields + [("connection", "close")])
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(
            wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(bytes: answer.bytes)))), promise: nil)
        context.write(wrapOutboundOut(.end(nil)), promise: nil)
    }

    /// The number of bytes that the client has not taken yet.
    static func waitingBytes(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }
}
