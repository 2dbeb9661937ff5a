import NIOCore
import NIOHTTP2
import NIOHTTPTypesHTTP2

/// HTTP/2 with an `HTTP2ConnectionGuard` in each connection and a `StreamGuard` for each request.
struct GuardedHTTP2Channel: Sendable {
    let answers: Answers
    let connections: GuardedConnections

    func setup(channel: any Channel) -> EventLoopFuture<ServedConnection> {
        channel.eventLoop.makeCompletedFuture { try install(in: channel) }
    }

    /// On the channel's event loop.
    private func install(in channel: any Channel) throws -> ServedConnection {
        let requests = OpenRequests(of: channel, countedBy: answers.dispatcher.metrics)
        let connection = HTTP2ConnectionGuard(connections, connectedAt: channel.eventLoop.now)
        let shared = NIOLoopBound((requests: requests, connection: connection), eventLoop: channel.eventLoop)
        let pipeline = channel.pipeline.syncOperations
        // Says farewell first when the server stops; streams that are open have as long then as the server has.
        let management = NIOHTTP2ServerConnectionManagementHandler(
            eventLoop: channel.eventLoop,
            configuration: .init(maxIdleTime: nil, maxAge: nil, maxGraceTime: .seconds(30), keepalive: nil))
        _ = try pipeline.configureHTTP2Pipeline(
            mode: .server, connectionConfiguration: .init(), streamConfiguration: .init(),
            streamDelegate: management.http2StreamDelegate
        ) { stream in
            stream.eventLoop.makeCompletedFuture {
                shared.value.connection.began(stream)
                try install(inStream: stream, shared.value.requests)
            }
        }
        try pipeline.addHandler(management)
        try pipeline.addHandler(connection)
        return ServedConnection(channel: channel, finished: requests.finished)
    }

    private func install(inStream stream: any Channel, _ open: OpenRequests) throws {
        let pipeline = stream.pipeline.syncOperations
        try pipeline.addHandler(HTTP2FramePayloadToHTTPServerCodec())
        try pipeline.addHandler(StreamGuard(connections, at: stream.eventLoop.now))
        try pipeline.addHandler(RequestHandler(answers, on: stream.eventLoop, open: open))
    }
}
