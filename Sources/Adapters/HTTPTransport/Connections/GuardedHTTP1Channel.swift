import HummingbirdCore
import Logging
import NIOCore

/// Hummingbird's HTTP/1 with a `ConnectionGuard` in each connection.
struct GuardedHTTP1Channel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    private let http1: HTTP1Channel
    private let limits: ConnectionLimits
    private let newName: @Sendable () -> String
    private let onCut: @Sendable (ConnectionCut, _ requestName: String) -> Void

    init(
        responder: @escaping HTTPChannelHandler.Responder, limits: ConnectionLimits,
        newName: @escaping @Sendable () -> String,
        onCut: @escaping @Sendable (ConnectionCut, _ requestName: String) -> Void
    ) {
        // Without Hummingbird's own idle timeout: the guard's does the same.
        http1 = HTTP1Channel(
            responder: responder, configuration: HTTP1Channel.Configuration(httpDecoderConfiguration: limits.decoder))
        self.limits = limits
        self.newName = newName
        self.onCut = onCut
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        http1.setup(channel: channel, logger: logger).flatMapThrowing { value in
            try ConnectionGuard.install(in: channel, limits: limits, newName: newName, onCut: onCut)
            return value
        }
    }

    func handle(value: Value, logger: Logger) async {
        await http1.handle(value: value, logger: logger)
    }
}

extension HTTPServerBuilder {
    /// HTTP/1.1 that cuts slow and greedy clients.
    ///
    /// - Parameters:
    ///   - newName: makes a name for a request that is cut before it has one.
    ///   - onCut: called on an event loop for each client that is cut, but for idle ones; for log and metrics.
    static func guardedHTTP1(
        limits: ConnectionLimits, newName: @escaping @Sendable () -> String,
        onCut: @escaping @Sendable (ConnectionCut, _ requestName: String) -> Void
    ) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in
            GuardedHTTP1Channel(responder: responder, limits: limits, newName: newName, onCut: onCut)
        }
    }
}
