import Domain
import HTTPTypes
import HummingbirdCore
import NIOCore
import NIOHTTPTypes

/// Has the requests of a connection, or of one stream of HTTP/2, answered, one after the other and on its event loop.
///
/// Stands at the end of the pipeline. A request that comes as a whole is handed on as a whole; of one that does not, the
/// body is handed on as it comes. What follows a request waits until that is answered, and so does the client once
/// enough is waiting. Requests go to their end whether or not their client waits for it.
final class RequestHandler: ChannelDuplexHandler {
    typealias InboundIn = HTTPRequestPart
    typealias InboundOut = Never
    typealias OutboundIn = Never
    typealias OutboundOut = HTTPResponsePart

    /// What comes next from the client.
    enum Reading {
        case head
        /// The rest of a request of which nothing was handed on yet.
        case whole(HTTPRequest, ByteBuffer)
        case body(IncomingBody)
    }

    let answers: Answers
    let executor: LoopExecutor
    let open: OpenRequests
    /// What takes answers as a whole; `nil` in HTTP/2, where they are written in parts.
    let http1: ConnectionGuard?
    var context: ChannelHandlerContext?
    var reading = Reading.head
    var isAnswering = false
    /// Who has the next part of an answer, and waits until the client has taken the last one.
    var whoAwaitsRoom: CheckedContinuation<Bool, Never>?
    /// What came behind a request that is being answered.
    var waiting: [HTTPRequestPart] = []
    /// Why nothing more comes, when that is known.
    private(set) var failure: (any Error)?
    /// Somebody asked for more while the client was held back.
    var isReadWanted = false
    /// The stream ends behind the answers to what has come.
    var isEnding = false
    /// The other end of the connection.
    var peer: ClientAddress?

    init(_ answers: Answers, on loop: any EventLoop, open: OpenRequests, http1: ConnectionGuard? = nil) {
        self.answers = answers
        self.http1 = http1
        self.open = open
        executor = answers.executors.executor(of: loop)
    }

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
        peer = context.channel.remoteAddress?.ipAddress.flatMap { ClientAddress($0) }
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
        roomChanged(false)
    }

    func channelInactive(context: ChannelHandlerContext) {
        isEnding = true
        fail(ChannelError.eof)
        roomChanged(false)
        reading = .head
        waiting = []
        context.fireChannelInactive()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(error)
        // Whoever cut the connection ends it, too.
        guard !(error is ConnectionCut) else { return }
        endSoon(context)
    }

    func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
        switch event {
        case is ChannelShouldQuiesceEvent: endSoon(context)
        case ChannelEvent.inputClosed:
            fail(ChannelError.inputClosed)
            endSoon(context, .output)
        default: break
        }
        context.fireUserInboundEventTriggered(event)
    }

    /// The rest of a body will not come.
    private func fail(_ error: any Error) {
        failure = error
        if case .body(let body) = reading { body.end(.failure(error)) }
    }

    /// Ends a stream; when a request is under way, behind its answer. A connection of HTTP/1 is ended by its guard.
    private func endSoon(_ context: ChannelHandlerContext, _ mode: CloseMode = .all) {
        guard http1 == nil else { return }
        isEnding = true
        if !isAnswering { context.close(mode: mode, promise: nil) }
    }
}
