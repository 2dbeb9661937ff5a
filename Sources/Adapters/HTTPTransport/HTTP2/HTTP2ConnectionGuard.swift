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
    /// How long there may be none: less before the first.
    private var patience: TimeAmount
    /// Whether the client sends nothing more.
    private var isLeft = false
    private var progress: AnswerProgress
    private var nextLook: Scheduled<Void>?

    init(_ connections: GuardedConnections, connectedAt now: NIODeadline) {
        self.connections = connections
        quietSince = now
        patience = connections.limits.head
        progress = AnswerProgress(limits: connections.limits, connectedAt: now)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        lookAgain(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
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
        case is NIOHTTP2StreamCreatedEvent:
            openStreams += 1
            patience = max(patience, connections.limits.idle)
        case is StreamClosedEvent:
            openStreams -= 1
            quietSince = context.eventLoop.now
            closeIfLeft(context)
        case ChannelEvent.inputClosed:
            isLeft = true
            closeIfLeft(context)
        case is ChannelShouldQuiesceEvent:
            // Clients that do not answer the farewell are not waited for.
            patience = connections.limits.farewell
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// Whoever sends nothing more gets what was asked for, and then the end.
    private func closeIfLeft(_ context: ChannelHandlerContext) {
        if isLeft, openStreams <= 0 { context.close(promise: nil) }
    }

    /// Who breaks the protocol has been told; nothing can be made of what still comes.
    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        context.close(promise: nil)
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            progress.advance(waiting: ConnectionGuard.waitingBytes(context), at: context.eventLoop.now)
        }
        context.fireChannelWritabilityChanged()
    }

    private func look(_ context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        if progress.isStalled(waiting: ConnectionGuard.waitingBytes(context), at: now) {
            connections.onCut(.stalledAnswer, connections.newName())
            context.close(promise: nil)
        } else if openStreams <= 0, now - quietSince >= patience {
            let farewell = HTTP2Frame.FramePayload.goAway(lastStreamID: .maxID, errorCode: .noError, opaqueData: nil)
            context.writeAndFlush(
                wrapOutboundOut(HTTP2Frame(streamID: .rootStream, payload: farewell)), promise: nil)
            context.close(promise: nil)
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
