import Application
import Domain
import OpenSSLTokens

extension AuditEvent {
    /// Somebody with the account 7 read a patient.
    static func read(_ patient: Int64 = 1, at now: Instant = .monday(9)) -> AuditEvent {
        let id = PatientID(patient)!
        return AuditEvent(.patientRead, by: .seven, at: now, on: AuditSubject(id), patients: [id])
    }

    /// Somebody with the account 7 changed a patient.
    static func changed(_ patient: Int64 = 1, at now: Instant = .monday(9)) -> AuditEvent {
        let id = PatientID(patient)!
        return AuditEvent(
            .patientChanged, by: .seven, at: now, on: AuditSubject(id), patients: [id],
            changed: [.allergies, .phoneNumber])
    }
}

extension Caller {
    /// An account with all that a request brings.
    static let seven = {
        var caller = Caller(account: AccountID(7)!, role: .staff, session: SessionID(bits: 7))
        caller.origin = RequestOrigin(request: "req-\"7\\'{},é", address: ClientAddress("2001:db8::7"), device: "x")
        return caller
    }()
}

extension Storage {
    /// All entries but those that begin chains, oldest first.
    func noted() async throws -> [AuditEntry] {
        var query = AuditQuery()
        query.ordering = [Ordering(.id)]
        return try await reads.audit.list(query).map(\.entry).filter { $0.action != "chain.started" }
    }

    /// What a check of the trail finds.
    func auditReport() async throws -> AuditReport {
        var verifier = AuditVerifier(seals: [try OpenSSLAuditSeal.forTests()], signatures: OpenSSLSignatureCheck())
        return try await verifier.verify(self)
    }

    /// Notes events in a transaction of their own.
    func note(_ events: AuditEvent...) async throws {
        try await write { try await $0.audit.record(events) }
    }
}
