package import Application
import Domain

/// What the audit trail can be asked for.
enum AuditParameters {
    static let account = ReferenceParameter<Account>(field: .account, help: "Only what this account did.")
    static let patient = ReferenceParameter<Patient>(
        field: .patient, help: "Only what was about this patient's data, deleted or not.")
    static let record = ChoiceParameter<RecordKind>(
        field: .record, help: "The kind of the record that `record_id` numbers.")
    static let recordNumber = ReferenceParameter<AuditEvent>(
        field: .recordNumber, help: "Only what was about this one record of the kind `record`.")
    static let action = ChoiceParameter<AuditAction>(field: .action, help: "Only this action.")
    static let from = TimeParameter(field: .from, help: "At this time or later.")
    static let to = TimeParameter(field: .to, help: "Before this time.")
    static let ordering = OrderingParameter<AuditSortKey>(standard: "The newest first when not sent.")

    static let all: [any ParameterDeclaration] = [
        account, patient, record, recordNumber, action, from, to, ordering,
    ]
    /// Those of one patient's access log.
    static let ofPatient: [any ParameterDeclaration] = [from, to, ordering]
}

extension ParameterReader {
    /// Which entries of the audit trail a list's parameters ask for.
    package mutating func auditQuery() -> AuditQuery {
        var query = accessLogQuery()
        query.account = value(AuditParameters.account)
        query.patient = value(AuditParameters.patient)
        query.actions = Set([value(AuditParameters.action)].compactMap(\.self))
        query.subject = auditSubject()
        return query
    }

    /// The one record that is asked for, by both of its parameters. Whichever is wrong is told as that, not as missing.
    private mutating func auditSubject() -> AuditSubject? {
        let (kind, number) = (value(AuditParameters.record), value(AuditParameters.recordNumber))
        switch (hasText(AuditParameters.record), hasText(AuditParameters.recordNumber)) {
        case (false, true): check.refuse(.record, .required)
        case (true, false): check.refuse(.recordNumber, .required)
        case (true, true), (false, false): break
        }
        guard let kind, let number else { return nil }
        return AuditSubject(kind, number)
    }

    /// The same for one patient.
    package mutating func accessLogQuery() -> AuditQuery {
        var query = AuditQuery()
        query.from = value(AuditParameters.from)
        query.to = value(AuditParameters.to)
        query.ordering = value(AuditParameters.ordering) ?? []
        query.page = page()
        return query
    }
}
