import Application
import Domain
import HTTPTransport

/// `/admin/operations/`: how the server and its database are, for administrators.
struct OperationsPages: Sendable {
    let operations: OperationsUseCases
    let audit: AuditUseCases
    let clock: any WallClock
    let metrics: ServerMetrics

    init(useCases: UseCases, settings: PageSettings) {
        operations = useCases.operations
        audit = useCases.audit
        clock = useCases.clock
        metrics = settings.metrics
    }

    static let home: Address = "/admin/operations/"
    static let versionAddress: Address = "/admin/operations/version/"

    func routes(_ entrance: Entrance) -> [Route] {
        [
            entrance.page("/admin/operations/", get: show),
            entrance.page("/admin/operations/version/", get: version),
        ]
    }

    private func show(_ request: PageRequest) async throws(Failure) -> Answer {
        let now = clock.now()
        let state = try await operations.watch(for: request.caller)
        let trail = try await audit.checkChains(for: request.caller)
        return OperationsPage(
            state: state, trail: trail, traffic: metrics.lastMinute(at: now), figures: metrics.figures,
            metrics: metrics, now: now, request: request
        ).answer
    }

    /// Tells the script that numbers change all the time.
    private func version(_ request: PageRequest) async throws(Failure) -> Answer {
        guard request.offers(.watchOperations) else { throw .notAllowed }
        return .json { json in
            json.beginObject()
            json.member("version", OperationsPage.version(at: clock.now()))
            json.endObject()
        }
    }
}
