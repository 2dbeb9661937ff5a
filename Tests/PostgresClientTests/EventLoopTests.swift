import NIOCore
import NIOPosix
import PostgresTestServer
import Testing

@testable import PostgresClient

/// Reads that are asked for on event loops.
@Suite(.enabled(if: TestPostgres.isAvailable))
struct EventLoopTests {
    @Test func `a read that is asked for on an event loop goes on there`() async throws {
        try await withClient { client, _ async throws in
            for loop in MultiThreadedEventLoopGroup.singleton.makeIterator() {
                let stayed = try await Task(executorPreference: LoopTaskExecutor(loop)) {
                    _ = try await client.read("SELECT 1")
                    return loop.inEventLoop
                }.value

                #expect(stayed)
            }
        }
    }

    @Test func `what is asked for on a loop at once shares its connection, and loops share none`() async throws {
        let loops = Array(MultiThreadedEventLoopGroup.singleton.makeIterator())
        try await withClient(.with { $0.readConnections = loops.count }) { client, _ async throws in
            try await eventually("connections") { client.counters.readConnectionsOpen == loops.count }

            var backends: Set<Int64> = []
            for loop in loops {
                let asked = try await withThrowingTaskGroup(of: Int64.self) { group in
                    for _ in 0..<200 {
                        group.addTask(executorPreference: LoopTaskExecutor(loop)) {
                            try await client.read("SELECT pg_backend_pid()").only.int64(0)
                        }
                    }
                    return try await group.reduce(into: Set<Int64>()) { $0.insert($1) }
                }
                #expect(asked.count == 1)
                backends.formUnion(asked)
            }

            #expect(backends.count == loops.count)
        }
    }

    @Test func `a loop without a connection of its own has its reads answered by another's`() async throws {
        try await withClient(.with { $0.readConnections = 1 }) { client, _ async throws in
            for loop in MultiThreadedEventLoopGroup.singleton.makeIterator() {
                let stayed = try await Task(executorPreference: LoopTaskExecutor(loop)) {
                    let two = try await client.read("SELECT 2").only.int64(0)
                    return loop.inEventLoop && two == 2
                }.value

                #expect(stayed)
            }
        }
    }

    @Test func `a read that was begun is answered when its rows are waited for, or by nobody`() async throws {
        try await withClient(.with { $0.readConnections = 1 }) { client, _ async throws in
            let first = try client.beginRead("SELECT 1")
            _ = try client.beginRead("SELECT 2")
            let third = try await client.read("SELECT 3").only.int64(0)

            #expect(try await first.rows().only.int64(0) == 1)
            #expect(third == 3)
            try await eventually("nothing is in flight") { client.counters.readsInFlight == 0 }
        }
    }

    @Test(arguments: [
        (2, 6, 2, [ConnectionShare(reads: 1, transactions: 6), ConnectionShare(reads: 1)]),
        (0, 1, 4, [ConnectionShare(transactions: 1)]),
        (1, 0, 2, [ConnectionShare(reads: 1, transactions: 1)]),
        (3, 2, 2, [ConnectionShare(reads: 2, transactions: 2), ConnectionShare(reads: 1)]),
    ])
    func `reading connections are spread over the loops, the others stay together`(
        reads: Int, transactions: Int, loops: Int, shares: [ConnectionShare]
    ) throws {
        var configuration = try PostgresConfiguration("")
        configuration.readConnections = reads
        configuration.transactionConnections = transactions

        #expect(ConnectionShare.shares(configuration, loops: loops) == shares)
    }
}
