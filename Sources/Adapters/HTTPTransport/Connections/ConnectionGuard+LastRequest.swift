import NIOCore
import NIOHTTP1

extension ConnectionGuard {
    /// Bids a client that asks before it sends a body to go on (RFC 9110, 10.1.1). Behind other answers it has to wait for
    /// its own; a body that is too large is not asked for.
    func sayContinue(to head: HTTPRequestHead, _ context: ChannelHandlerContext) {
        guard head.version == .http1_1,
            head.headers[canonicalForm: "expect"].contains(where: { $0.lowercased() == "100-continue" })
        else { return }
        if let length = head.headers.first(name: "content-length").flatMap({ Int($0) }), length > limits.bodyBytes {
            isLastRequest = true
            return
        }
        guard clock.openAnswers == 0 else { return }
        let answer = HTTPResponseHead(version: .http1_1, status: .continue)
        context.writeAndFlush(wrapOutboundOut(.head(answer)), promise: nil)
    }

    /// The head of an answer, which says that the connection ends with it when it does.
    func lastWord(_ head: HTTPResponseHead) -> HTTPResponseHead {
        guard isLastRequest, clock.openAnswers == 1 else { return head }
        var last = head
        last.headers.replaceOrAdd(name: "connection", value: "close")
        return last
    }

    /// Ends the connection behind its last answer.
    func finish(_ context: ChannelHandlerContext) {
        state = .ended(closeAt: context.eventLoop.now + limits.farewell)
        context.flush()
        // The client may still be sending: see `end`.
        context.close(mode: .output, promise: nil)
    }
}
