import NIOCore
import NIOHTTP1

extension ConnectionGuard {
    /// Puts a guard around the decoder of a channel that serves HTTP/1. On the channel's event loop.
    ///
    /// - Throws: when the channel has no such decoder.
    @discardableResult
    static func install(in channel: any Channel, _ connections: GuardedConnections) throws -> ConnectionGuard {
        let pipeline = channel.pipeline.syncOperations
        let decoder = try pipeline.handler(type: ByteToMessageHandler<HTTPRequestDecoder>.self)
        let connection = ConnectionGuard(connections, connectedAt: channel.eventLoop.now)
        try pipeline.addHandler(ArrivalWatch(connection), position: .before(decoder))
        try pipeline.addHandler(connection, position: .after(decoder))
        connection.encoderContext = try pipeline.context(handlerType: HTTPResponseEncoder.self)
        return connection
    }
}
