import NIOCore
import NIOPosix
import NIOSSL
import NIOTLS
import Synchronization

/// A client over TLS that sends bytes as they are given and tells what came back.
struct TLSClient: Sendable {
    /// What came of a connection.
    struct Outcome: Sendable {
        /// By ALPN; `nil` when nothing was agreed on, or the handshake failed.
        var negotiated: String?
        var isSecure = false
        var received: [UInt8] = []
        /// Whether the server ended the connection, rather than the client.
        var isEndedByServer = false

        var text: String { String(decoding: received, as: UTF8.self) }
    }

    let port: Int
    /// Who is believed; `nil` believes anybody.
    var trusted: [UInt8]?
    var protocols: [String] = []
    /// Whether the client ends its half once all is sent.
    var hangsUp = false
    var change: @Sendable (inout TLSConfiguration) -> Void = { _ in }

    init(_ server: RunningServer, _ protocols: String...) {
        port = server.port
        trusted = server.certificate
        self.protocols = protocols
    }

    /// Connects, sends, and reads until the server ends the connection or what was received is enough.
    func exchange(
        _ bytes: [UInt8], until isEnough: @escaping @Sendable ([UInt8]) -> Bool = { _ in false }
    ) async throws -> Outcome {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.applicationProtocols = protocols
        if let trusted { configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(trusted)) }
        change(&configuration)
        let context = try NIOSSLContext(configuration: configuration)
        let collector = Collector(bytes, hangsUp, isEnough)
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: hangsUp)
            .channelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandlers([
                        NIOSSLClientHandler(context: context, serverHostname: "localhost"),
                        CollectingHandler(collector),
                    ])
                }
            }
            .connect(host: "127.0.0.1", port: port).get()
        try await channel.closeFuture.get()
        return collector.outcome.withLock { $0 }
    }

    private final class Collector: Sendable {
        let request: [UInt8]
        let hangsUp: Bool
        let isEnough: @Sendable ([UInt8]) -> Bool
        let outcome = Mutex(Outcome())

        init(_ request: [UInt8], _ hangsUp: Bool, _ isEnough: @escaping @Sendable ([UInt8]) -> Bool) {
            self.request = request
            self.hangsUp = hangsUp
            self.isEnough = isEnough
        }
    }

    private final class CollectingHandler: ChannelInboundHandler {
        typealias InboundIn = ByteBuffer
        typealias OutboundOut = ByteBuffer
        private let collector: Collector

        init(_ collector: Collector) { self.collector = collector }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            if case ChannelEvent.inputClosed = event { context.close(promise: nil) }
            guard let event = event as? TLSUserEvent, case .handshakeCompleted(let negotiated) = event else { return }
            collector.outcome.withLock {
                $0.negotiated = negotiated
                $0.isSecure = true
            }
            context.writeAndFlush(wrapOutboundOut(ByteBuffer(bytes: collector.request)), promise: nil)
            if collector.hangsUp { context.close(mode: .output, promise: nil) }
        }

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let received = collector.outcome.withLock { outcome in
                outcome.received += unwrapInboundIn(data).readableBytesView
                return outcome.received
            }
            if collector.isEnough(received) { context.close(promise: nil) }
        }

        func channelInactive(context: ChannelHandlerContext) {
            collector.outcome.withLock { $0.isEndedByServer = !collector.isEnough($0.received) }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }
}
