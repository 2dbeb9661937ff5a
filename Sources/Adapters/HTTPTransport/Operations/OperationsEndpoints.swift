import Application
import Domain
import HTTPTypes

/// What those who run the server ask, and the pages at its root.
struct OperationsEndpoints: Sendable {
    let useCases: UseCases
    let readiness: Readiness
    /// Whether there are pages for those who work at the clinic.
    let hasPages: Bool

    /// The process answers.
    func isAlive(_ exchange: Exchange) async throws(Failure) -> Answer { .detail(.ok, "alive") }

    /// The database answers, its schema is the right one, and the server has not been asked to stop.
    func isReady(_ exchange: Exchange) async throws(Failure) -> Answer {
        guard !readiness.isStopping else { return .detail(.serviceUnavailable, "stopping") }
        try await useCases.checkReadiness()
        return .detail(.ok, "ready")
    }

    func welcome(_ exchange: Exchange) async throws(Failure) -> Answer { .page(Pages.welcome(hasPages: hasPages)) }
}
