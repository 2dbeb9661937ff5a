import NIOCore
import NIOHTTP2

/// Ends connections of HTTP/2 on which nothing is asked, or whose client takes nothing.
///
/// Stands at the end of the connection's pipeline; each request has a `StreamGuard`. What the decoder bounds by itself
/// (CVE-2023-44487 and its kin): 100 streams at once, heads of 16 KiB in at most five CONTINUATION frames, and in half a
/// minute 200 resets, 200 stream errors and 200 of PING, SETTINGS and PRIORITY.
final class HTTP2ConnectionGuard: ChannelDuplexHandler {
    typealias InboundIn = HTTP2Frame
    typealias InboundOut = HTTP2Frame
    typealias OutboundIn = HTTP2Frame
    typealias OutboundOut = HTTP2Frame

    private let connections: GuardedConnections
    private var openStreams = 0
    /// Since when there is no stream.
    private var quietSince: NIODeadline
    /// Whether there has been one.
    private var hasServed = false
    /// Whether the server stops.
    private var isStopping = false
    /// Whether the farewell is said.
    private var isLeaving = false
    /// Whether the client sends nothing more.
    private var isLeft = false
    private var progress: AnswerProgress
    private var nextLook: Scheduled<Void>?
    private var context: ChannelHandlerContext?

    init(_ connections: GuardedConnections, connectedAt now: NIODeadline) {
        self.connections = connections
        quietSince = now
        progress = AnswerProgress(limits: connections.limits, connectedAt: now)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        lookAgain(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        nextLook?.cancel()
        nextLook = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        nextLook?.cancel()
        nextLook = nil
        context.fireChannelInactive()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed:
            isLeft = true
            leaveSoon(context)
        case is ChannelShouldQuiesceEvent:
            // Clients that do not answer the farewell are not waited for.
            isStopping = true
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// Counts a stream for as long as it lasts. The events of streams do not come to the handlers of a connection.
    func began(_ stream: any Channel) {
        openStreams += 1
        hasServed = true
        stream.closeFuture.assumeIsolated().whenComplete { _ in self.ended() }
    }

    private func ended() {
        openStreams -= 1
        guard let context else { return }
        quietSince = context.eventLoop.now
        if isLeft { leaveSoon(context) }
    }

    /// Whoever sends nothing more gets what was asked for, and then the end. In the loop's next turn: a stream ends when
    /// the last of its answer is written, and before that is flushed.
    private func leaveSoon(_ context: ChannelHandlerContext) {
        context.eventLoop.assumeIsolated().execute { [self] in
            if openStreams == 0 { leave(context) }
        }
    }

    /// Says farewell, and ends the connection when that is out, and with it all that was written before.
    private func leave(_ context: ChannelHandlerContext) {
        guard context.channel.isActive, !isLeaving else { return }
        isLeaving = true
        let farewell = HTTP2Frame.FramePayload.goAway(lastStreamID: .maxID, errorCode: .noError, opaqueData: nil)
        let sent = context.writeAndFlush(wrapOutboundOut(HTTP2Frame(streamID: .rootStream, payload: farewell)))
        sent.assumeIsolated().whenComplete { _ in context.close(promise: nil) }
    }

    /// Who breaks the protocol has been told; nothing can be made of what still comes. An error of one stream has ended
    /// that stream (RFC 9113, 5.4.2).
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if !StreamHead.isFault(error) { context.close(promise: nil) }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            progress.advance(waiting: ConnectionGuard.waitingBytes(context), at: context.eventLoop.now)
        }
        context.fireChannelWritabilityChanged()
    }

    /// How long there may be no stream.
    private var patience: TimeAmount {
        let limits = connections.limits
        return isStopping ? limits.farewell : hasServed ? limits.idle : limits.head
    }

    private func look(_ context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        if progress.isStalled(waiting: ConnectionGuard.waitingBytes(context), at: now) {
            connections.onCut(.stalledAnswer, connections.newName())
            context.close(promise: nil)
        } else if openStreams == 0, now - quietSince >= patience {
            leave(context)
        }
    }

    /// Looks at the clock in a second.
    private func lookAgain(_ context: ChannelHandlerContext) {
        nextLook = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) {
            self.look(context)
            if context.channel.isActive { self.lookAgain(context) }
        }
    }
}
