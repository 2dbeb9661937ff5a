import HummingbirdCore
import Logging
import NIOCore
import NIOHTTP1

/// HTTP/1.1 with a `ConnectionGuard` in each connection.
struct GuardedHTTP1Channel: ServerChildChannel {
    let answers: Answers
    let connections: GuardedConnections

    func setup(channel: any Channel, logger: Logger) -> EventLoopFuture<ServedConnection> {
        channel.eventLoop.makeCompletedFuture { try install(in: channel) }
    }

    func handle(value: ServedConnection, logger: Logger) async { await value.waitForEnd() }

    /// On the channel's event loop.
    private func install(in channel: any Channel) throws -> ServedConnection {
        let open = OpenRequests(of: channel, countedBy: answers.dispatcher.metrics)
        let pipeline = channel.pipeline.syncOperations
        // Who is too fast or writes nonsense is the guards' business; names and values that we write are checked by their
        // types.
        try pipeline.configureHTTPServerPipeline(
            withPipeliningAssistance: false, withErrorHandling: false, withOutboundHeaderValidation: false,
            withEncoderConfiguration: .init(), withDecoderLimitConfiguration: connections.limits.decoder)
        try pipeline.addHandler(HTTP1Requests())
        let connection = try ConnectionGuard.install(in: channel, connections)
        try pipeline.addHandler(RequestHandler(answers, on: channel.eventLoop, open: open, http1: connection))
        return ServedConnection(channel: channel, finished: open.finished)
    }
}

extension HTTPServerBuilder {
    /// HTTP/1.1 that cuts slow and greedy clients.
    static func guardedHTTP1(_ answers: Answers, _ connections: GuardedConnections) -> HTTPServerBuilder {
        HTTPServerBuilder { _ in GuardedHTTP1Channel(answers: answers, connections: connections) }
    }
}
