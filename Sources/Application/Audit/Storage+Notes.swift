import Domain

/// Notes of what happens outside transactions. Each is durable when it returns, before anything is answered.
extension Storage {
    /// Notes that a record was read.
    func noteReading(
        _ action: AuditAction, of record: some AuditedRecord, by caller: Caller, at now: Instant
    ) async throws(Failure) {
        try await audit.record(
            AuditEvent(action, by: caller, at: now, on: record.subject, patients: record.concerned))
    }

    /// Notes that a list was read: whose data it showed, not what was searched for; by several events when it showed
    /// more patients than one tells of.
    func noteList(
        _ action: AuditAction, showing patients: [PatientID], on subject: AuditSubject? = nil,
        by caller: Caller, at now: Instant
    ) async throws(Failure) {
        for event in AuditEvent(action, by: caller, at: now, on: subject).told(of: Set(patients)) {
            try await audit.record(event)
        }
    }

    /// Notes that a caller was refused something.
    ///
    /// - Parameter subject: the record that the caller meant, whether there is one or not.
    /// - Returns: the failure, to be thrown.
    /// - Throws: when it cannot be noted.
    @inline(never)  // Its frame is large, and nearly no request needs it.
    func refused(
        _ failure: Failure, to caller: Caller, on subject: AuditSubject? = nil, at now: Instant
    ) async throws(Failure) -> Failure {
        let patients = try await patients(concernedBy: subject)
        let event = AuditEvent(.accessRefused, by: caller, at: now, on: subject, patients: patients)
        try await audit.record(event.ended(.refused))
        return failure
    }

    /// A transaction in which a caller wants something of a record. When that is refused, this is noted after it.
    func transaction<Result: Sendable>(
        by caller: Caller, on subject: AuditSubject?, at now: Instant,
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try await notingRefusal(to: caller, on: subject, at: now) { () throws(Failure) in try await transaction(work) }
    }

    /// The same while nobody else's transaction holds these people.
    func transaction<Result: Sendable>(
        by caller: Caller, on subject: AuditSubject?, at now: Instant, holding doctors: Set<DoctorID>,
        and patients: Set<PatientID>, _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try await notingRefusal(to: caller, on: subject, at: now) { () throws(Failure) in
            try await transaction(holding: doctors, and: patients, work)
        }
    }

    private func notingRefusal<Result: Sendable>(
        to caller: Caller, on subject: AuditSubject?, at now: Instant,
        _ transaction: () async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        do throws(Failure) {
            return try await transaction()
        } catch {
            guard error.isRefusal else { throw error }
            throw try await refused(error, to: caller, on: subject, at: now)
        }
    }

    private func patients(concernedBy subject: AuditSubject?) async throws(Failure) -> Set<PatientID> {
        guard let subject else { return [] }
        switch subject.kind {
        case .patient: return PatientID(subject.number).map { [$0] } ?? []
        case .assignment:
            guard let id = AssignmentID(subject.number) else { return [] }
            return try await reads.assignments.find(id, in: .everything)?.concerned ?? []
        case .appointment:
            guard let id = AppointmentID(subject.number) else { return [] }
            return try await reads.appointments.find(id, in: .everything)?.concerned ?? []
        case .doctor, .account, .session: return []
        }
    }
}

extension Failure {
    /// Whether the caller asked for what they may not see or do.
    fileprivate var isRefusal: Bool {
        switch self {
        case .notAllowed, .notFound: true
        case .unreadable, .invalid, .conflict, .notSignedIn, .throttled, .dutyFirst, .outdated, .retried, .busy,
            .unavailable:
            false
        }
    }
}

extension Stores {
    /// Notes a write in its own transaction.
    ///
    /// - Parameters:
    ///   - patients: whose data it is besides the record's own.
    ///   - changed: the members that were changed.
    func note(
        _ action: AuditAction, of record: some AuditedRecord, and patients: Set<PatientID> = [], by caller: Caller,
        at now: Instant, changed: Set<Field> = []
    ) async throws(Failure) {
        try await audit.record(
            AuditEvent(
                action, by: caller, at: now, on: record.subject, patients: record.concerned.union(patients),
                changed: changed))
    }
}
