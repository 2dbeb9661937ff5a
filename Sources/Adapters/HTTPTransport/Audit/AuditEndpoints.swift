import Application
import Domain
import HTTPTypes

/// `/api/audit/` and the access log of a patient.
struct AuditEndpoints: Sendable {
    let audit: AuditUseCases

    func listTrail(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var parameters = ParameterReader(exchange.query)
        let query = parameters.auditQuery()
        let page = try await audit.listTrail.inParts(query, check: parameters.check, for: caller)
        return .list(page, at: exchange.address) { $0.auditEvent($1) }
    }

    func listAccessLog(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var parameters = ParameterReader(exchange.query)
        let query = parameters.accessLogQuery()
        let page = try await audit.listAccessLog.inParts(
            exchange.id(.patient), query, check: parameters.check, for: caller)
        return .list(page, at: exchange.address) { $0.patientAccess($1) }
    }
}
