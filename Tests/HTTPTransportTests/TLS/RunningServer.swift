import Logging
import ServiceLifecycle
import TestCertificates

@testable import HTTPTransport

/// A whole server over TLS on a free port of 127.0.0.1, for as long as a test looks at it.
struct RunningServer: Sendable {
    let http: HTTPServer
    let port: Int
    let certificate: [UInt8]
    /// What it serves.
    let clinic: TestServer

    /// - Parameter change: settings that differ from those of a server that listens on a free port.
    static func run(
        _ change: (inout HTTPSettings) -> Void = { _ in }, _ test: @Sendable (RunningServer) async throws -> Void
    ) async throws {
        let made = try TestCertificate()
        var settings = HTTPSettings(
            host: "127.0.0.1", port: 0, policy: RequestPolicy(allowedHosts: ["localhost"], allowedOrigins: []))
        settings.tls = try TLSIdentity(certificate: made.certificate, key: made.key)
        change(&settings)
        let (ports, port) = AsyncStream.makeStream(of: Int.self)
        let server = try await TestServer()
        let http = HTTPServer(
            useCases: server.useCases, metrics: ServerMetrics(startedAt: server.clock.now()), random: CountingBits(),
            settings: settings, logger: server.log.logger,
            onRunning: { port.yield($0) })
        let group = ServiceGroup(
            configuration: ServiceGroupConfiguration(services: [.init(service: http)], logger: server.log.logger))
        try await withThrowingTaskGroup { tasks in
            tasks.addTask { try await group.run() }
            for await port in ports {
                try await test(RunningServer(http: http, port: port, certificate: made.certificate, clinic: server))
                break
            }
            await group.triggerGracefulShutdown()
            try await tasks.waitForAll()
        }
    }
}
