import NIOCore
import NIOEmbedded
import NIOHTTP1
import Synchronization

@testable import HTTPTransport

/// A guarded connection in memory with a clock that only `pass` moves, and an application that answers when told.
final class GuardedConnection {
    let channel = EmbeddedChannel()
    private let seen = Seen()
    private let inbox = Inbox()
    let guardian: ConnectionGuard

    init(_ limits: ConnectionLimits = ConnectionLimits()) throws {
        try channel.pipeline.syncOperations.configureHTTPServerPipeline(
            withPipeliningAssistance: false, withErrorHandling: false, withEncoderConfiguration: .init(),
            withDecoderLimitConfiguration: limits.decoder)
        try channel.pipeline.syncOperations.addHandler(inbox)
        let seen = seen
        guardian = try ConnectionGuard.install(
            in: channel,
            GuardedConnections(
                limits: limits, newName: { "cut-request" },
                onCut: { cut, _ in seen.cuts.withLock { $0.append(cut) } }))
        channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
        channel.embeddedEventLoop.run()
    }

    /// Why the client was cut, as it was reported.
    var cuts: [ConnectionCut] { seen.cuts.withLock { $0 } }
    /// The targets of the requests that reached the application.
    var requests: [String] { inbox.targets }
    /// How many requests reached it as a whole.
    var completeRequests: Int { inbox.ends }
    /// The cuts that the application heard of as errors.
    var errors: [ConnectionCut] { inbox.errors }
    var isOpen: Bool { channel.isActive }

    func send(_ text: String) {
        // Errors that nobody catches come back here; what matters of them is in `cuts` and `errors`.
        _ = try? channel.writeInbound(ByteBuffer(string: text))
        channel.embeddedEventLoop.run()
    }

    /// The client sends its last byte.
    func hangUp() {
        channel.pipeline.fireUserInboundEventTriggered(ChannelEvent.inputClosed)
        channel.embeddedEventLoop.run()
    }

    /// The server stops.
    func stop() {
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        channel.embeddedEventLoop.run()
    }

    func pass(_ time: TimeAmount) {
        channel.embeddedEventLoop.advanceTime(by: time)
    }

    /// Answers 200 as the application.
    func answer() {
        beginAnswer()
        endAnswer()
    }

    func beginAnswer() {
        channel.write(
            HTTPServerResponsePart.head(
                HTTPResponseHead(version: .http1_1, status: .ok, headers: ["content-length": "0"])), promise: nil)
    }

    func endAnswer() {
        channel.writeAndFlush(HTTPServerResponsePart.end(nil), promise: nil)
        channel.embeddedEventLoop.run()
    }

    /// Ends the answer without sending what was written, as happens when the client does not read.
    func endAnswerUnsent() {
        channel.write(HTTPServerResponsePart.end(nil), promise: nil)
    }

    /// What the client has received since it was last asked.
    func received() -> String {
        var text = ""
        while let bytes = try? channel.readOutbound(as: ByteBuffer.self) { text += String(buffer: bytes) }
        return text
    }

    private final class Seen: Sendable {
        let cuts = Mutex<[ConnectionCut]>([])
    }

    private final class Inbox: ChannelInboundHandler {
        typealias InboundIn = HTTPServerRequestPart
        var targets: [String] = []
        var ends = 0
        var errors: [ConnectionCut] = []

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            switch unwrapInboundIn(data) {
            case .head(let head): targets.append(head.uri)
            case .body: break
            case .end: ends += 1
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            if let cut = error as? ConnectionCut { errors.append(cut) }
        }
    }
}
