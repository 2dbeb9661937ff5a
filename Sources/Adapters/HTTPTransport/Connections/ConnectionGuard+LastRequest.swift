import NIOCore
import NIOHTTP1

extension ConnectionGuard {
    /// Whether what comes now is no part of any request.
    var isBehindLastRequest: Bool { isLastRequest && !clock.isReadingBody }

    /// Whether the connection ends behind the answer that is written now.
    var isLastAnswer: Bool { isLastRequest && clock.openAnswers == 1 }

    /// Bids a client that asks before it sends a body to go on (RFC 9110, 10.1.1). Behind other answers it has to wait for
    /// its own; a body that is too large is not asked for.
    func sayContinue(to head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard head.version == .http1_1,
            head.headers[canonicalForm: "expect"].contains(where: { $0.lowercased() == "100-continue" })
        else { return }
        if let length = head.headers.first(name: "content-length"), Int(length) ?? .max > limits.bodyBytes {
            isLastRequest = true
            return
        }
        guard clock.openAnswers == 0 else { return }
        let answer = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(answer)), promise: nil)
    }

    /// The head of an answer, which says that the connection ends with it when it does.
    func lastWord(_ head: HTTPResponseHead) -> HTTPResponseHead {
        guard isLastAnswer else { return head }
        var last = head
        last.headers.replaceOrAdd(name: "connection", value: "close")
        return last
    }

    /// Ends the connection behind its last answer.
    func finish(_ context: ChannelHandlerContext, behind sent: EventLoopFuture<Void>?) {
        state = .ended(closeAt: context.eventLoop.now + limits.farewell)
        context.flush()
        closeOutput(context, behind: sent)
    }

    /// The server stops: one more request is answered, which may be on its way, if none is being answered.
    func stop(_ context: ChannelHandlerContext) {
        clock.stop(at: context.eventLoop.now)
        if clock.openAnswers > 0 { isLastRequest = true }
    }

    /// Ends the connection when all answers are out to what has been read: the client sends nothing more.
    func endSoon(_ context: ChannelHandlerContext) {
        switch state {
        case .serving where clock.openAnswers > 0:
            isLastRequest = true
            return
        case .serving: state = .ended(closeAt: context.eventLoop.now)
        case .ending: return
        case .ended: break
        }
        // What is still on its way is looked after once a second.
        if ConnectionGuard.waitingBytes(context) == 0 { context.close(promise: nil) }
    }

    /// Ends our half of the connection when that is out. Closing both halves would drop what is still to be sent, and reset
    /// the connection while the client is sending, and with it the answer might be lost (RFC 9112, 9.6). That is what
    /// closing one half does, too, when the client has closed the other one already; so nothing may be left to be sent.
    func closeOutput(_ context: ChannelHandlerContext, behind sent: EventLoopFuture<Void>?) {
        let sent = sent ?? context.eventLoop.makeSucceededVoidFuture()
        sent.assumeIsolated().whenComplete { _ in context.close(mode: .output, promise: nil) }
    }
}
