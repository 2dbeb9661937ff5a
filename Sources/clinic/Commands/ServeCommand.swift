import Application
import ArgumentParser
import HTTPTransport
import Logging
import ServiceLifecycle
import UnixSignals

/// `clinic serve`
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Start the server; it ends on SIGTERM or Ctrl-C after finishing what is under way.")

    @Option(help: "Address to listen on; stands above HOST.")
    var host: String?

    @Option(help: "Port to listen on; stands above PORT.")
    var port: Int?

    @OptionGroup var options: SettingOptions

    func run() async throws {
        var configuration = try options.configuration(["HOST": host, "PORT": port.map { String($0) }])
        let lines = LogLines(clock: SystemClock())
        defer { lines.close() }
        let level = configuration.logLevel
        let logger = Logger(label: "clinic") { _ in JSONLogHandler(level: level, lines: lines, clock: SystemClock()) }
        let possible = OpenFileLimit.connections(wanted: configuration.maximumConnections)
        if possible < configuration.maximumConnections {
            logger.warning(
                "fewer connections than MAX_CONNECTIONS, since the system limits open files",
                metadata: ["connections": "\(possible)"])
            configuration.maximumConnections = possible
        }
        let server = try await BuiltServer(configuration, logger: logger) { [configuration] port in
            say(ServeCommand.greeting(configuration, port: port))
        }
        var services = [NamedService("HTTP server", server.http), NamedService("audit heads", server.auditHeads)]
        if let files = configuration.tls {
            let renewal = CertificateRenewal(files: files, server: server.http, logger: logger)
            services.append(NamedService("renewal of the certificate", renewal))
        }
        var group = ServiceGroupConfiguration(
            services: services.map { .init(service: $0) }, gracefulShutdownSignals: [.sigterm, .sigint],
            logger: logger)
        group.maximumGracefulShutdownDuration = .seconds(30)
        do {
            try await ServiceGroup(configuration: group).run()
        } catch {
            await server.close()
            let reason = (error as? ListenFailure)?.reason ?? "\(error)"
            throw StartFailure(
                "The server cannot run on \(configuration.host):\(configuration.port): \(reason). Choose another place with --host and --port."
            )
        }
        await server.close()
    }

    private static func greeting(_ configuration: Configuration, port: Int) -> String {
        // Where the server listens on every address, this machine is one of them.
        let host = ["0.0.0.0", "::"].contains(configuration.host) ? "127.0.0.1" : configuration.host
        let base = "\(configuration.tls == nil ? "http" : "https")://\(host):\(port)"
        let greeting =
            "Clinic \(Version.current) answers at \(base)/ and keeps its records in \(configuration.database.place)."
        guard takesFirstSteps(configuration) else { return "\(greeting) Ctrl-C stops the server." }
        return """
            \(greeting)
            Try next, in another terminal:
              curl \(base)/readyz
              curl -X POST \(base)/api/auth/register/ -H 'Content-Type: application/json' \\
                   -d '{"username": "desk", "email": "desk@example.org", "password": "Tr1cky-Horse-9"}'
            README.md goes on from there. Ctrl-C stops the server.
            """
    }

    /// Whether what the README begins with would be answered: in production hosts have names, and registration may be
    /// closed.
    private static func takesFirstSteps(_ configuration: Configuration) -> Bool {
        configuration.isDebug && configuration.tls == nil && configuration.rules.registrationIsOpen
    }
}
