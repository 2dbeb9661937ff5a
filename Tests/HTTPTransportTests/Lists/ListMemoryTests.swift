import Domain
import NIOCore
import NIOPosix
import Testing

@testable import HTTPTransport

@Suite(.timeLimit(.minutes(2))) struct `Long lists, when there is room for one part of them at a time` {
    @Test(arguments: ["1.1", "1.0"]) func `come all to their end, whoever else asks`(version: String) async throws {
        try await RunningServer.run(little) { server in
            _ = try await server.clinic.register(8)
            let request = Self.request(server, version)

            let answers = try await withThrowingTaskGroup { tasks in
                for _ in 0..<4 {
                    tasks.addTask { try await PlainClient.exchange(port: server.port, request).count }
                }
                return try await tasks.reduce(into: []) { $0.append($1) }
            }

            #expect(answers.allSatisfy { $0 > 8 * 39_000 })
            #expect(Set(answers).count == 1)
        }
    }

    @Test func `go on when somebody leaves who has not taken theirs`() async throws {
        try await RunningServer.run(little) { server in
            _ = try await server.clinic.register(24)
            let request = Self.request(server, "1.1")
            let idle = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
                .channelOption(.autoRead, value: false)
                .connect(host: "127.0.0.1", port: server.port).get()
            try await idle.writeAndFlush(ByteBuffer(bytes: request))
            let other = try await PlainClient.exchange(port: server.port, Self.healthz)

            async let answer = PlainClient.exchange(port: server.port, request)
            try await idle.close()

            #expect(!other.isEmpty)
            #expect(try await answer.count > 24 * 39_000)
        }
    }

    private let little: @Sendable (inout HTTPSettings) -> Void = { settings in
        settings.tls = nil
        settings.listMemoryBytes = 1
    }

    private static let healthz = Array(
        "GET /healthz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n".utf8)

    private static func request(_ server: RunningServer, _ version: String) -> [UInt8] {
        let head = "GET /api/patients/?ordering=id HTTP/\(version)\r\nHost: localhost\r\nConnection: close\r\n"
        return Array((head + "Authorization: Bearer \(server.clinic.nurse)\r\n\r\n").utf8)
    }
}
