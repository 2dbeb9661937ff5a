public import Domain

/// Lists who has seen and changed a patient's data, for those in charge of the patient and for the patient.
public struct ListAccessLog: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// Reading it is noted, too.
    /// - Parameters:
    ///   - query: times, actions, order and part of the list; asks for this patient's whatever it says. With
    ///     `AuditAction.changesOfRecords` it is the history of changes.
    ///   - check: what was wrong with the request's parameters so far.
    /// - Throws: `.notFound(.patient)`; `.notAllowed` for who may see the patient but not this; `.invalid`, also for a
    ///   position in another order.
    public func callAsFunction(
        _ patient: PatientID, _ query: AuditQuery = AuditQuery(), check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListPage<PatientAccess, AuditSortKey> {
        let list = try await prepare(patient, query, check, for: caller)
        let page = ListPage(
            try await storage.reads.audit.list(list.query.forOneRowMore), for: list.query, count: list.count)
        let rows = try await named(page.rows)
        try await note(patient, by: caller, at: list.at)
        return ListPage(rows, on: page)
    }

    /// The same, in parts where it may be large: an event may name a thousand patients, of whom nothing is shown.
    ///
    /// - Throws: likewise.
    public func inParts(
        _ patient: PatientID, _ query: AuditQuery = AuditQuery(), check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListReading<PatientAccess, AuditSortKey> {
        guard query.mayBeLarge else {
            return .whole(try await self(patient, query, check: check, for: caller))
        }
        let list = try await prepare(patient, query, check, for: caller)
        let outline = try await storage.reads.audit.outline(list.query.forOneRowMore)
        try await note(patient, by: caller, at: list.at)
        return try await ListReading(outline: ListPage(outline: outline, for: list.query, count: list.count), reader)
    }

    private var reader: RowReader<PatientAccess> {
        let entries = storage.reads.audit.reader
        return RowReader(number: { $0.kept.id.number }, patient: { _ in nil }, bytes: { $0.kept.longBytes }) {
            numbers throws(Failure) in
            try await named(try await entries.find(numbers))
        }
    }

    private func named(_ rows: [KeptAuditEntry]) async throws(Failure) -> [PatientAccess] {
        let names = try await storage.reads.accounts.usernames(in: rows)
        return rows.map { PatientAccess($0, by: $0.entry.account.flatMap { names[$0] }) }
    }

    private func note(_ patient: PatientID, by caller: Caller, at now: Instant) async throws(Failure) {
        try await storage.noteList(
            .accessLogListed, showing: [patient], on: AuditSubject(patient), by: caller, at: now)
    }

    /// What is asked for, if the caller may know who has seen the patient.
    private func prepare(
        _ patient: PatientID, _ query: AuditQuery, _ check: FieldCheck, for caller: Caller
    ) async throws(Failure) -> (query: AuditQuery, count: Int?, at: Instant) {
        let now = clock.now()
        try await requirePermission(on: patient, for: caller, at: now)
        var check = check
        check.requireSameOrder(query)
        try check.finish()
        var query = query
        query.patient = patient
        return (query, query.page.isCounted ? try await storage.reads.audit.count(query) : nil, now)
    }

    private func requirePermission(
        on patient: PatientID, for caller: Caller, at now: Instant
    ) async throws(Failure) {
        let patients = storage.reads.patients
        let permitted = policy.scope(of: caller, for: .readAccessLog)
        guard try await patients.find(patient, in: permitted) == nil else { return }
        let readable = policy.scope(of: caller, for: .readPatients)
        let isVisible = try await patients.find(patient, in: readable) != nil
        throw try await storage.refused(
            isVisible ? .notAllowed : .notFound(.patient), to: caller, on: AuditSubject(patient), at: now)
    }
}

extension AccountReader {
    /// The user names of those who did something, by the numbers of their accounts.
    func usernames(in rows: [KeptAuditEntry]) async throws(Failure) -> [Int64: Username] {
        let ids = Set(rows.compactMap { $0.entry.account.flatMap { AccountID($0) } })
        guard !ids.isEmpty else { return [:] }
        let accounts = try await find(ids)
        return Dictionary(uniqueKeysWithValues: accounts.map { ($0.id.number, $0.username) })
    }
}

/// What somebody did with a patient's data, without anything about other patients.
public struct PatientAccess: Equatable, Sendable {
    public let kept: KeptAuditEntry
    /// The user name of the account that did it.
    public let username: Username?

    init(_ kept: KeptAuditEntry, by username: Username?) {
        self.kept = kept
        self.username = username
    }
}
