import NIOCore

/// Tells a `ConnectionGuard` of bytes before the decoder has made a request of them.
final class ArrivalWatch: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    private let connection: ConnectionGuard

    init(_ connection: ConnectionGuard) {
        self.connection = connection
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        connection.bytesArrived(unwrapInboundIn(data), at: context.eventLoop.now)
        context.fireChannelRead(data)
    }
}
