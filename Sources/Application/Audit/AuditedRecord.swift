import Domain

/// A record of which the audit trail tells.
protocol AuditedRecord: Sendable {
    /// Which record it is.
    var subject: AuditSubject { get }
    /// Whose data it is, as far as they are patients.
    var concerned: Set<PatientID> { get }
}

extension Patient: AuditedRecord {
    var subject: AuditSubject { AuditSubject(id) }
    var concerned: Set<PatientID> { [id] }
}

extension Doctor: AuditedRecord {
    var subject: AuditSubject { AuditSubject(id) }
    var concerned: Set<PatientID> { [] }
}

extension Assignment: AuditedRecord {
    var subject: AuditSubject { AuditSubject(id) }
    var concerned: Set<PatientID> { [details.patient] }
}

extension Appointment: AuditedRecord {
    var subject: AuditSubject { AuditSubject(id) }
    var concerned: Set<PatientID> { [details.patient] }
}

extension Account: AuditedRecord {
    var subject: AuditSubject { AuditSubject(id) }
    var concerned: Set<PatientID> { patient.map { [$0] } ?? [] }
}
