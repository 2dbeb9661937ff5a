package import Application
import Glibc
import Hummingbird
import HummingbirdCore
package import Logging
import NIOCore
import NIOPosix
public import ServiceLifecycle

/// Serves the REST API until it is asked to stop; then it finishes what is under way. Over HTTP/1.1, or with a certificate
/// over TLS, and then over HTTP/2 too.
public struct HTTPServer: Service {
    private let dispatcher: Dispatcher
    private let documents: PublishedDocuments
    private let settings: HTTPSettings
    private let readiness: Readiness
    private let metrics: ServerMetrics
    private let clock: any WallClock
    /// `nil` without TLS.
    private let identity: CurrentIdentity?
    private let logger: Logger
    private let random: any RandomSource
    private let onRunning: @Sendable (Int) async -> Void

    /// - Parameters:
    ///   - useCases: what is served.
    ///   - dialects: the paths of further contracts over the same use cases.
    ///   - pages: paths for people, which are no part of the API.
    ///   - metrics: where answers are counted.
    ///   - random: names requests that come without a name.
    ///   - onRunning: called once the port, given as an argument, takes connections.
    package init(
        useCases: UseCases, dialects: [Route] = [], pages: [Route] = [], metrics: ServerMetrics,
        random: any RandomSource, settings: HTTPSettings, logger: Logger,
        onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) {
        readiness = Readiness()
        let numbers = MetricsEndpoint(
            metrics: metrics, measure: useCases.operations.measure,
            access: MetricsAccess(token: settings.metricsToken, proxies: settings.policy.trustedProxies),
            version: settings.version)
        let routes = Routes.all(
            useCases, readiness: readiness, metrics: numbers, version: settings.version, dialects: dialects,
            pages: pages)
        documents = PublishedDocuments(routes, version: settings.version)
        dispatcher = Dispatcher(
            routes: RouteTree(routes, countedBy: metrics),
            authenticate: useCases.accounts.authenticate, noteRefusal: useCases.audit.noteRefusal,
            clock: useCases.clock, random: random,
            fingerprints: useCases.fingerprints, policy: settings.policy, maximumBodyBytes: settings.maximumBodyBytes,
            budget: PartBudget(bytes: settings.listMemoryBytes),
            isOverTLS: settings.tls != nil, log: AccessLog(logger), metrics: metrics)
        identity = settings.tls.map(CurrentIdentity.init)
        self.settings = settings
        self.metrics = metrics
        clock = useCases.clock
        self.logger = logger
        self.random = random
        self.onRunning = onRunning
    }

    /// What is served, as OpenAPI 3.1, a member a line.
    public func description(asYAML: Bool) -> String { documents.printed(asYAML: asYAML) }

    /// Gives connections that come from now on another certificate. Without TLS it does nothing.
    public func use(_ renewed: TLSIdentity) { identity?.replace(by: renewed) }

    /// Returns after a graceful shutdown, when the last answer is out.
    ///
    /// - Throws: `ListenFailure`.
    public func run() async throws {
        let onRunning = onRunning
        let loops = MultiThreadedEventLoopGroup.singleton
        let answers = Answers(dispatcher: dispatcher, executors: LoopExecutors(loops))
        let application = Hummingbird.Application(
            responder: NoResponder(),
            server: identity.map { .guardedTLS($0, answers, connections) } ?? .guardedHTTP1(answers, connections),
            configuration: ApplicationConfiguration(
                address: .hostname(settings.host, port: settings.port), reuseAddress: true,
                availableConnectionsDelegate: MaximumAvailableConnections(
                    settings.limits.connections, logger: logger)),
            onServerRunning: { channel in await onRunning(channel.localAddress?.port ?? 0) },
            eventLoopGroupProvider: .shared(loops),
            logger: logger)
        let readiness = readiness
        let sampling = loops.next().scheduleRepeatedTask(initialDelay: .seconds(5), delay: .seconds(5)) {
            [metrics, clock] _ in metrics.takeSample(at: clock.now())
        }
        defer { sampling.cancel() }
        try await withGracefulShutdownHandler {
            do {
                try await application.run()
            } catch let error as IOError {
                throw ListenFailure(reason: String(cString: strerror(error.errnoCode)))
            }
        } onGracefulShutdown: {
            readiness.stop()
        }
    }

    private var connections: GuardedConnections {
        let (logger, random, metrics) = (logger, random, metrics)
        return GuardedConnections(
            limits: settings.limits, newName: { RequestName.choose(sent: nil, random: random) },
            onCut: { cut, name in
                if let refusal = Refusal(cut) { metrics.note(refusal) }
                logger.info("connection cut", metadata: ["reason": "\(cut)", "request_id": "\(name)"])
            })
    }
}
