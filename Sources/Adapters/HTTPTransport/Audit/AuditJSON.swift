package import Application
package import Domain

extension Shape<KeptAuditEntry> {
    /// What is told of an event to everybody who may know of it.
    fileprivate static let deed = Shape(
        "AuditDeed",
        [
            .identifier("id", "The event's number.") { $0.id.number },
            .time("at", "When it happened.") { $0.entry.at },
            .text("action", "What was done, or asked for.") { $0.entry.action },
            .text("outcome", "done, refused or failed.") { $0.entry.outcome },
            .optionalIdentifier("account", "Who did it; null for nobody who is known.") { $0.entry.account },
            .text("role", "The account's role at that time; blank when there was none.") { $0.entry.role },
            .text("record", "The kind of the one record that it was about; blank for a list.") { $0.entry.recordKind },
            .optionalIdentifier("record_id", "That record's number.") { $0.entry.record },
            .texts("changed", "The members that were changed.", atMost: Field.allCases.count) {
                $0.entry.changedCodes.map { Field(rawValue: $0)?.name ?? $0 }
            },
        ])

    /// An event of the audit trail.
    package static let auditEvent = Shape(
        "AuditEvent",
        [
            .members(of: deed) { $0 },
            .text("session", "By which session it was done; blank without one.") { $0.entry.session },
            .text("address", "The client's address; blank when there was none.") { $0.entry.address },
            .text("request", "The request's `X-Request-ID`.") { $0.entry.request },
            .identifiers("patients", "Whose data it was about.") { $0.entry.patients },
        ])
}

extension Shape<PatientAccess> {
    /// What somebody did with a patient's data.
    package static let patientAccess = Shape(
        "PatientAccess",
        [
            .members(of: .deed) { $0.kept },
            .text("username", "Whose account it was; blank for nobody who is known.") { $0.username?.text ?? "" },
        ])
}

extension JSONWriter {
    mutating func auditEvent(_ event: KeptAuditEntry) { Shape.auditEvent.write(event, to: &self) }

    mutating func patientAccess(_ access: PatientAccess) { Shape.patientAccess.write(access, to: &self) }
}
