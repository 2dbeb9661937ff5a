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
        guard reason != .idle else { return context.close(promise: nil) }
        let isTold = clock.openAnswers == ownAnswers
        let sent = isTold ? reason.answer.map { write($0.status, $0.detail, name, context) } : nil
        context.flush()
        closeOutput(context, behind: sent)
    }

    /// - Returns: when it is out.
    private func write(
        _ status: HTTPResponseStatus, _ detail: String, _ name: String, _ context: ChannelHandlerContext
    ) -> EventLoopFuture<Void> {
        let answer = RefusalBody(detail: detail, requestName: name)
        let headers = HTTPHeaders(answer.fields + [("connection", "close")])
        let head = HTTPResponseHead(version: .http1_1, status: status, headers: headers)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(
            wrapOutboundOut(.body(.byteBuffer(context.channel.allocator.buffer(bytes: answer.bytes)))), promise: nil)
        return context.write(wrapOutboundOut(.end(nil)))
    }

    /// The number of bytes that the client has not taken yet.
    static func waitingBytes(_ context: ChannelHandlerContext) -> Int {
        (try? context.channel.syncOptions?.getOption(.bufferedWritableBytes)) ?? 0
    }
}
