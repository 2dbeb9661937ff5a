import HummingbirdCore
import Logging
import NIOCore

/// Hummingbird's HTTP/1 with a `ConnectionGuard` in each connection.
struct GuardedHTTP1Channel: ServerChildChannel {
    typealias Value = HTTP1Channel.Value

    private let http1: HTTP1Channel
    private let limits: ConnectionLimits
    private let onCut: @Sendable (ConnectionCut) -> Void

    init(
        responder: @escaping HTTPChannelHandler.Responder, limits: ConnectionLimits,
        onCut: @escaping @Sendable (ConnectionCut) -> Void
    ) {
        // Without Hummingbird's own idle timeout: the guard's does the same.
        http1 = HTTP1Channel(
            responder: responder, configuration: HTTP1Channel.Configuration(httpDecoderConfiguration: limits.decoder))
        self.limits = limits
        self.onCut = onCut
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        http1.setup(channel: channel, logger: logger).flatMapThrowing { value in
            try ConnectionGuard.install(in: channel, limits: limits, onCut: onCut)
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
    /// - Parameter onCut: called on an event loop for each client that is cut, but for idle ones; for log and metrics.
    static func guardedHTTP1(
        limits: ConnectionLimits = ConnectionLimits(), onCut: @escaping @Sendable (ConnectionCut) -> Void = { _ in }
    ) -> HTTPServerBuilder {
        HTTPServerBuilder { responder in GuardedHTTP1Channel(responder: responder, limits: limits, onCut: onCut) }
    }
}
