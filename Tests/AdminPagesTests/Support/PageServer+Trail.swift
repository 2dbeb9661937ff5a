import Application
import Domain
import SQLitePersistence

/// What the audit trail tells of.
extension PageServer {
    /// Events of these kinds, the oldest first.
    func noted(_ actions: Set<AuditAction>, about patient: PatientID? = nil) async throws -> [AuditEntry] {
        var query = AuditQuery()
        (query.actions, query.patient, query.page.size) = (actions, patient, 1_000)
        return try await storage.reads.audit.list(query).map(\.entry).reversed()
    }
}
