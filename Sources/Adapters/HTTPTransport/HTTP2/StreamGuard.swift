import HTTPTypes
import NIOCore
import NIOHTTP1
import NIOHTTPTypes

/// Cuts requests of HTTP/2 that are slow or greedy: for one stream what `ConnectionGuard` is for HTTP/1.
///
/// It looks at the clock once a second. Whoever waits for the rest of a cut request's body gets the `ConnectionCut` as
/// an error.
final class StreamGuard: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = HTTPRequestPart
    typealias OutboundIn = HTTPResponsePart
    typealias OutboundOut = HTTPResponsePart

    private let connections: GuardedConnections
    /// `nil` until the head is there.
    private var clock: RequestClock?
    /// Whether the answer has begun, and its end is not out.
    private var isAnswerOpen = false
    /// What is written and not taken: how often, and how many bytes.
    private var waiting = (writes: 0, bytes: 0)
    /// Since when the client has taken nothing of that.
    private var waitingSince: NIODeadline
    private var isCut = false
    private var nextLook: Scheduled<Void>?

    init(_ connections: GuardedConnections, at now: NIODeadline) {
        self.connections = connections
        waitingSince = now
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

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard !isCut else { return }
        let now = context.eventLoop.now
        switch unwrapInboundIn(data) {
        case .head(let head):
            clock = RequestClock(limits: connections.limits, connectedAt: now)
            clock?.headArrived(at: now)
            if let fault = StreamHead.fault(in: head, limits: connections.limits) { return cut(fault, context) }
        case .body(let bytes): clock?.bodyArrived(bytes: bytes.readableBytes)
        case .end: clock?.requestEnded(at: now)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        guard !isCut else {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head):
            if head.status.kind != .informational { isAnswerOpen = true }
            context.write(data, promise: promise)
        case .body(let bytes):
            context.write(data, promise: watched(promise, bytes.readableBytes, context) {})
        case .end:
            context.write(data, promise: watched(promise, 0, context) { self.answerSent(at: context.eventLoop.now) })
        }
    }

    /// Counts what is written as waiting until it is out. Between the parts of an answer nothing waits, and nobody can be
    /// blamed.
    private func watched(
        _ promise: EventLoopPromise<Void>?, _ bytes: Int, _ context: ChannelHandlerContext,
        then: @escaping () -> Void
    ) -> EventLoopPromise<Void> {
        let sent = promise ?? context.eventLoop.makePromise()
        if waiting.writes == 0 { waitingSince = context.eventLoop.now }
        waiting = (waiting.writes + 1, waiting.bytes + bytes)
        sent.futureResult.assumeIsolated().whenComplete { _ in
            self.waiting = (self.waiting.writes - 1, self.waiting.bytes - bytes)
            self.waitingSince = context.eventLoop.now
            then()
        }
        return sent
    }

    private func answerSent(at now: NIODeadline) {
        isAnswerOpen = false
        clock?.answerEnded(at: now)
    }

    private func look(_ context: ChannelHandlerContext) {
        let now = context.eventLoop.now
        if isCut {
            context.close(promise: nil)
        } else if waiting.writes > 0, now - waitingSince >= timeToTake {
            cut(.stalledAnswer, context)
        } else if let reason = clock?.overdue(at: now), reason != .idle {
            cut(reason, context)
        }
    }

    /// Longer for more that waits, at the rate that `ConnectionLimits` asks for.
    private var timeToTake: TimeAmount {
        let limits = connections.limits
        return .nanoseconds(limits.answerStall.nanoseconds * Int64(1 + waiting.bytes / limits.answerProgress))
    }

    /// Tells the client why, unless an answer has begun, and ends the stream.
    private func cut(_ reason: ConnectionCut, _ context: ChannelHandlerContext) {
        let name = connections.newName()
        connections.onCut(reason, name)
        let isReadingBody = clock?.isReadingBody ?? false
        if !isAnswerOpen, let answer = reason.answer {
            write(Int(answer.status.code), answer.detail, name, context)
        }
        isCut = true
        if isReadingBody { context.fireErrorCaught(reason) }
        if isAnswerOpen || reason.answer == nil { context.close(promise: nil) }
    }

    /// What cannot be sent at once is not waited for longer than to the next look.
    private func write(_ status: Int, _ detail: String, _ name: String, _ context: ChannelHandlerContext) {
        let answer = RefusalBody(detail: detail, requestName: name)
        var fields = HTTPFields()
        for (field, value) in answer.fields { HTTPField.Name(field).map { fields[$0] = value } }
        let head = HTTPResponse(status: HTTPResponse.Status(code: status), headerFields: fields)
        context.write(wrapOutboundOut(.head(head)), promise: nil)
        context.write(wrapOutboundOut(.body(context.channel.allocator.buffer(bytes: answer.bytes))), promise: nil)
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: nil)
    }

    /// Looks at the clock in a second.
    private func lookAgain(_ context: ChannelHandlerContext) {
        nextLook = context.eventLoop.assumeIsolated().scheduleTask(in: .seconds(1)) {
            self.look(context)
            if context.channel.isActive { self.lookAgain(context) }
        }
    }
}
