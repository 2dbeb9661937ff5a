import NIOCore
import NIOEmbedded
import NIOHTTP2
import Testing

@testable import HTTPTransport

@Suite("connections of HTTP/2")
struct HTTP2ConnectionGuardTests {
    @Test("who asks nothing within ten seconds is left")
    func silent() throws {
        let (channel, _) = try connect()

        channel.embeddedEventLoop.advanceTime(by: .seconds(9))
        let wasOpen = channel.isActive
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))

        #expect(wasOpen)
        #expect(!channel.isActive)
        #expect(try isFarewell(channel.readOutbound(as: HTTP2Frame.self)))
    }

    @Test("after a request the client may wait a minute; while one is open nothing is asked of the connection")
    func idle() throws {
        let (channel, connection) = try connect()

        let stream = EmbeddedChannel(handler: nil, loop: channel.embeddedEventLoop)
        connection.began(stream)
        channel.embeddedEventLoop.advanceTime(by: .minutes(5))
        let wasOpenMeanwhile = channel.isActive
        stream.close(promise: nil)
        channel.embeddedEventLoop.run()
        channel.embeddedEventLoop.advanceTime(by: .seconds(59))
        let wasOpen = channel.isActive
        channel.embeddedEventLoop.advanceTime(by: .seconds(1))

        #expect(wasOpenMeanwhile && wasOpen)
        #expect(!channel.isActive)
    }

    @Test("a server that stops waits for what is under way, and then not long")
    func stopping() throws {
        let (channel, connection) = try connect()

        let stream = EmbeddedChannel(handler: nil, loop: channel.embeddedEventLoop)
        connection.began(stream)
        channel.pipeline.fireUserInboundEventTriggered(ChannelShouldQuiesceEvent())
        channel.embeddedEventLoop.advanceTime(by: .seconds(20))
        let wasOpen = channel.isActive
        stream.close(promise: nil)
        channel.embeddedEventLoop.run()
        channel.embeddedEventLoop.advanceTime(by: .seconds(3))

        #expect(wasOpen)
        #expect(!channel.isActive)
    }

    private func connect() throws -> (EmbeddedChannel, HTTP2ConnectionGuard) {
        let channel = EmbeddedChannel()
        let connections = GuardedConnections(limits: ConnectionLimits(), newName: { "name" }, onCut: { _, _ in })
        let connection = HTTP2ConnectionGuard(connections, connectedAt: channel.eventLoop.now)
        try channel.pipeline.syncOperations.addHandler(connection)
        channel.connect(to: try SocketAddress(ipAddress: "127.0.0.1", port: 1), promise: nil)
        channel.embeddedEventLoop.run()
        return (channel, connection)
    }

    private func isFarewell(_ frame: HTTP2Frame?) -> Bool {
        if case .goAway(_, .noError, _)? = frame?.payload { true } else { false }
    }
}
