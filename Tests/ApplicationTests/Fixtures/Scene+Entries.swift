import Application
import Domain

extension Scene {
    /// What was noted, oldest first, but for the beginnings of chains.
    func entries() async throws(Failure) -> [AuditEntry] {
        var query = AuditQuery()
        query.ordering = [Ordering(.id)]
        return try await clinic.reads.audit.list(query).map(\.entry).filter { $0.action != "chain.started" }
    }
}
