import NIOCore
import NIOEmbedded
import Testing

@testable import HTTPTransport

@Suite struct `Connections and requests under way` {
    @Test func `are counted until they end`() throws {
        let metrics = ServerMetrics(startedAt: .dawn)
        let channel = EmbeddedChannel()
        let requests = OpenRequests(of: channel, countedBy: metrics)
        requests.began()
        requests.began()
        requests.ended()

        let open = [metrics.openConnections, metrics.openRequests]
        requests.ended()
        try channel.close().wait()
        channel.embeddedEventLoop.run()

        #expect(open == [1, 1])
        #expect(metrics.openConnections == 0)
        #expect(metrics.openRequests == 0)
    }
}
