import HummingbirdCore
import Logging
import NIOCore

/// Hummingbird's HTTP/1 with a `ConnectionGuard` in each connection.
struct GuardedHTTP1Channel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    private let http1: HTTP1Channel
    private let connections: GuardedConnections

    init(responder: @escaping HTTPChannelHandler.Responder, connections: GuardedConnections) {
        // Without Hummingbird's own idle timeout: the guard's does the same.
        http1 = HTTP1Channel(
            responder: responder,
            configuration: HTTP1Channel.Configuration(httpDecoderConfiguration: connections.limits.decoder))
        self.connections = connections
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        http1.setup(channel: channel, logger: logger).flatMapThrowing { value in
            try ConnectionGuard.install(in: channel, connections)
            return value
        }
    }

    func handle(value: Value, logger: Logger) async {
        await http1.handle(value: value, logger: logger)
    }
}

extension HTTPServerBuilder {
    /// HTTP/1.1 that cuts slow and greedy clients.
    static func guardedHTTP1(_ connections: GuardedConnections) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in GuardedHTTP1Channel(responder: responder, connections: connections) }
    }
}
