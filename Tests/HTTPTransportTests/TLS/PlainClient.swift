import NIOCore
import NIOPosix
import Synchronization

/// A client that knows nothing of TLS.
enum PlainClient {
    /// Sends bytes and gives what came back until the server ended the connection.
    ///
    /// - Parameter hangsUp: whether the client ends its half once all is sent.
    static func exchange(port: Int, _ bytes: [UInt8], hangsUp: Bool = false) async throws -> [UInt8] {
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    try NIOAsyncChannel<ByteBuffer, ByteBuffer>(
                        wrappingChannelSynchronously: channel,
                        configuration: .init(isOutboundHalfClosureEnabled: true))
                }
            }
        return try await channel.executeThenClose { inbound, outbound in
            try await outbound.write(ByteBuffer(bytes: bytes))
            if hangsUp { outbound.finish() }
            var received: [UInt8] = []
            for try await part in inbound { received += part.readableBytesView }
            return received
        }
    }

    /// Sends bytes, and then a byte now and then, and hangs up by itself never.
    ///
    /// - Returns: what came back, and how long the server took from the end of its half to that of the connection.
    static func stay(port: Int, _ bytes: [UInt8]) async throws -> ([UInt8], Duration) {
        let stayer = Stayer()
        let channel = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .channelOption(.allowRemoteHalfClosure, value: true)
            .channelInitializer { $0.pipeline.addHandler(stayer) }
            .connect(host: "127.0.0.1", port: port).get()
        try await channel.writeAndFlush(ByteBuffer(bytes: bytes))
        try? await channel.closeFuture.get()
        return stayer.seen.withLock { ($0.bytes, $0.ended.map { ContinuousClock.now - $0 } ?? .zero) }
    }

    /// Goes on sending after the server has ended its half, until it learns that nobody is there any more.
    private final class Stayer: ChannelInboundHandler, Sendable {
        typealias InboundIn = ByteBuffer

        struct Seen {
            var bytes: [UInt8] = []
            var ended: ContinuousClock.Instant?
        }

        let seen = Mutex(Seen())

        func channelRead(context: ChannelHandlerContext, data: NIOAny) {
            let part = unwrapInboundIn(data)
            seen.withLock { $0.bytes += part.readableBytesView }
        }

        func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
            guard case ChannelEvent.inputClosed = event else { return }
            seen.withLock { $0.ended = .now }
            let channel = context.channel
            channel.eventLoop.scheduleRepeatedTask(initialDelay: .zero, delay: .milliseconds(100)) { task in
                guard channel.isActive else { return task.cancel() }
                channel.writeAndFlush(ByteBuffer(string: "x"), promise: nil)
            }
        }

        func errorCaught(context: ChannelHandlerContext, error: any Error) {
            context.close(promise: nil)
        }
    }
}
