import HTTPTypes
import NIOCore
import NIOEmbedded
import NIOHTTPTypes
import Synchronization

@testable import HTTPTransport

/// A guarded stream of HTTP/2 in memory with a clock that only `pass` moves, and an application that answers when told.
final class GuardedStream {
    let channel = EmbeddedChannel()
    private let seen = Seen()
    private let inbox = Inbox()

    init(_ limits: ConnectionLimits = ConnectionLimits()) throws {
        let seen = seen
        let connections = GuardedConnections(
            limits: limits, newName: { "cut-request" }, onCut: { cut, _ in seen.cuts.withLock { $0.append(cut) } })
        try channel.pipeline.syncOperations.addHandlers([
            StreamGuard(connections, at: channel.embeddedEventLoop.now), inbox,
        ])
        channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
        channel.embeddedEventLoop.run()
    }

    /// Why the request was cut, as it was reported.
    var cuts: [ConnectionCut] { seen.cuts.withLock { $0 } }
    /// What the application heard of as errors.
    var errors: [ConnectionCut] { inbox.errors }
    /// How many heads reached the application.
    var requests: Int { inbox.heads }
    var isOpen: Bool { channel.isActive }

    func ask(
        _ method: HTTPRequest.Method = .post, _ path: String? = "/", authority: String? = "a",
        _ fields: [(String, String)] = []
    ) {
        var headers = HTTPFields()
        for (name, value) in fields { headers.append(HTTPField(name: HTTPField.Name(name)!, value: value)) }
        receive(
            .head(HTTPRequest(method: method, scheme: "https", authority: authority, path: path, headerFields: headers))
        )
    }

    func send(_ bytes: Int) { receive(.body(ByteBuffer(repeating: 0x20, count: bytes))) }

    func endRequest() { receive(.end(nil)) }

    func pass(_ time: TimeAmount) { channel.embeddedEventLoop.advanceTime(by: time) }

    /// Answers 200 as the application; what is not flushed waits, as it does for a client that does not read.
    func answer(bytes: Int = 0, isTaken: Bool = true) {
        channel.write(HTTPResponsePart.head(HTTPResponse(status: .ok)), promise: nil)
        channel.write(HTTPResponsePart.body(ByteBuffer(repeating: 0x20, count: bytes)), promise: nil)
        channel.write(HTTPResponsePart.end(nil), promise: nil)
        if isTaken { channel.flush() }
        channel.embeddedEventLoop.run()
    }

    /// The status and the body that the client has received.
    func received() -> (status: Int?, body: String) {
        var (status, body): (Int?, String) = (nil, "")
        while let part = try? channel.readOutbound(as: HTTPResponsePart.self) {
            switch part {
            case .head(let head): status = head.status.code
            case .body(let bytes): body += String(buffer: bytes)
            case .end: break
            }
        }
        return (status, body)
    }

    private func receive(_ part: HTTPRequestPart) {
        _ = try? channel.writeInbound(part)
        channel.embeddedEventLoop.run()
    }

    private final class Seen: Sendable {
        let cuts = Mutex<[ConnectionCut]>([])
    }

    private final class Inbox: ChannelInboundHandler {
        typealias InboundIn = HTTPRequestPart
        var heads = 0
        var errors: [ConnectionCut] = []

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            if case .head = unwrapInboundIn(data) { heads += 1 }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            if let cut = error as? ConnectionCut { errors.append(cut) }
        }
    }
}
