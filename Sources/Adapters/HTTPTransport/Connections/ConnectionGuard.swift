import NIOCore
import NIOHTTP1

/// Cuts clients that are slow, greedy, or ambiguous about where a request ends.
///
/// Stands behind the decoder of HTTP/1; `install` puts it there. It looks at the clock once a second, so times are
/// kept to the second. An answer that is due goes out first (RFC 9112, 9.3.2); whoever waits for the rest of a cut
/// request's body gets the `ConnectionCut` as an error.
final class ConnectionGuard: ChannelDuplexHandler {
    typealias InboundIn = HTTPServerRequestPart
    typealias InboundOut = HTTPServerRequestPart
    typealias OutboundIn = HTTPServerResponsePart
    typealias OutboundOut = HTTPServerResponsePart

    enum State {
        case serving
        /// Nothing more is read; the reason is told when all answers that are due are out.
        case ending(ConnectionCut, requestName: String)
        /// All is said; the client has until then to read it.
        case ended(closeAt: NIODeadline)
    }

    let limits: ConnectionLimits
    let connections: GuardedConnections
    var state = State.serving
    var clock: RequestClock
    var progress: AnswerProgress
    /// Whether the answer that is being written has begun.
    var isAnswerBegun = false
    /// What is missing of that answer, when it is one in parts whose length was told.
    var bytesToCome: Int?
    /// Whether nothing is read behind the last request that came; its answer says so. Nobody else decides that.
    var isLastRequest = false
    /// Whether the client of the last request speaks HTTP/1.0.
    private(set) var isOldClient = false
    /// Whether a line break has come since the request began: after it, header fields are being read.
    private var isTargetRead = false
    private var nextLook: Scheduled<Void>?
    private(set) var context: ChannelHandlerContext?
    /// Where bytes are written past the encoder.
    var encoderContext: ChannelHandlerContext?
    /// The memory of the last answer, where that was short: the next one takes it.
    var spareBytes = ByteBuffer()

    init(_ connections: GuardedConnections, connectedAt now: NIODeadline) {
        limits = connections.limits
        self.connections = connections
        clock = RequestClock(limits: limits, connectedAt: now)
        progress = AnswerProgress(limits: limits, connectedAt: now)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        lookAgain(context)
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        encoderContext = nil
        nextLook?.cancel()
        nextLook = nil
    }

    func channelInactive(context: ChannelHandlerContext) {
        nextLook?.cancel()
        nextLook = nil
        context.fireChannelInactive()
    }

    /// Notes bytes before the decoder sees them.
    func bytesArrived(_ bytes: ByteBuffer, at now: NIODeadline) {
        if clock.bytesArrived(at: now) { isTargetRead = false }
        guard !isTargetRead, !clock.isReadingBody else { return }
        isTargetRead = bytes.readableBytesView.contains(UInt8(ascii: "\n"))
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard case .serving = state, !isBehindLastRequest else { return }
        let now = context.eventLoop.now
        switch unwrapInboundIn(data) {
        case .head(let head):
            guard head.uri.utf8.count <= limits.targetBytes else { return cut(.targetTooLong, context) }
            guard RequestFraming.isSafe(head) else { return cut(.malformed, context) }
            // Who asks again has taken the last answer.
            if clock.openAnswers == 0 { progress.advance(waiting: 0, at: now) }
            isLastRequest = clock.isStopping || RequestFraming.isLast(head)
            isOldClient = head.version.minor == 0
            sayContinue(to: head, context)
            clock.headArrived(at: now)
        case .body(let bytes): clock.bodyArrived(bytes: bytes.readableBytes)
        case .end: clock.requestEnded(at: now)
        }
        context.fireChannelRead(data)
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if case .ended = state {
            promise?.fail(ChannelError.ioOnClosedChannel)
            return
        }
        switch unwrapOutboundIn(data) {
        case .head(let head):
            // 1xx are notes before the answer, except the one that ends HTTP.
            isAnswerBegun = head.status.code >= 200 || head.status == .switchingProtocols
            context.write(isAnswerBegun ? wrapOutboundOut(.head(lastWord(head))) : data, promise: promise)
        case .body:
            context.write(data, promise: promise)
        case .end:
            isAnswerBegun = false
            clock.answerEnded(at: context.eventLoop.now)
            let sent = promise ?? context.eventLoop.makePromise()
            context.write(data, promise: sent)
            answerWritten(context, sent.futureResult)
        }
    }

    /// Ends the connection when that was its last answer.
    ///
    /// - Parameter sent: when the answer is out; not needed for one that is not the last.
    func answerWritten(_ context: ChannelHandlerContext, _ sent: EventLoopFuture<Void>?) {
        if case .ending(let reason, let name) = state {
            end(reason, name, context)
        } else if isLastRequest, clock.openAnswers == 0 {
            finish(context, behind: sent)
        }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        if context.channel.isWritable {
            progress.advance(waiting: ConnectionGuard.waitingBytes(context), at: context.eventLoop.now)
        }
        context.fireChannelWritabilityChanged()
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case ChannelEvent.inputClosed: endSoon(context)
        case is ChannelShouldQuiesceEvent: stop(context)
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        guard case .serving = state, !isBehindLastRequest else {
            // The decoder repeats itself for all that still comes; only a waiting body has to know.
            if clock.isReadingBody { context.fireErrorCaught(error) }
            return
        }
        guard let error = error as? HTTPParserError else {
            endSoon(context)
            return context.fireErrorCaught(error)
        }
        switch error {
        case .headerOverflow: cut(isTargetRead ? .fieldsTooLarge : .targetTooLong, context)
        case .invalidEOFState, .closedConnection: cut(.abandoned, context)
        default: cut(.malformed, context)
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
