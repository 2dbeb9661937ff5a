import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP2
import NIOSSL

/// HTTP/1.1 and HTTP/2 over TLS, each with its guards. The client chooses in the handshake (ALPN, RFC 7301); who chooses
/// nothing gets HTTP/1.1.
struct GuardedTLSChannel: ServerChildChannel {
    struct Value: ServerChildChannelValue {
        fileprivate let negotiated: EventLoopFuture<NIONegotiatedHTTPVersion<ServedConnection, ServedConnection>>
        let channel: any Channel
    }

    private let identity: CurrentIdentity
    private let http1: GuardedHTTP1Channel
    private let http2: GuardedHTTP2Channel
    private let connections: GuardedConnections

    init(_ answers: Answers, identity: CurrentIdentity, connections: GuardedConnections) {
        self.identity = identity
        self.connections = connections
        http1 = GuardedHTTP1Channel(answers: answers, connections: connections)
        http2 = GuardedHTTP2Channel(answers: answers, connections: connections)
    }

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<Value> {
        do {
            try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: identity.context))
        } catch {
            return channel.eventLoop.makeFailedFuture(error)
        }
        let overdue = channel.eventLoop.scheduleTask(in: connections.limits.head) { channel.close(promise: nil) }
        return channel.configureHTTP2AsyncSecureUpgrade { channel in
            http1.setup(channel: channel, logger: logger)
        } http2ConnectionInitializer: { channel in
            http2.setup(channel: channel)
        }.map { negotiated in
            negotiated.whenComplete { _ in overdue.cancel() }
            return Value(negotiated: negotiated, channel: channel)
        }
    }

    func handle(value: Value, logger: Logger) async {
        do {
            switch try await value.negotiated.get() {
            case .http1_1(let connection), .http2(let connection): await connection.waitForEnd()
            }
        } catch {
            // No handshake, or none in time: strangers who knock are no news.
            logger.trace("no TLS connection came about")
        }
    }
}

extension HTTPServerBuilder {
    /// HTTP over TLS that cuts slow and greedy clients.
    static func guardedTLS(
        _ identity: CurrentIdentity, _ answers: Answers, _ connections: GuardedConnections
    ) -> HTTPServerBuilder {
        HTTPServerBuilder { _ in GuardedTLSChannel(answers, identity: identity, connections: connections) }
    }
}
