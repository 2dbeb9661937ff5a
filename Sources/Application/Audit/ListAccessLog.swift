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
        let now = clock.now()
        try await requirePermission(on: patient, for: caller, at: now)
        var check = check
        check.requireSameOrder(query)
        try check.finish()
        var query = query
        query.patient = patient
        let trail = storage.reads.audit
        let count = query.page.isCounted ? try await trail.count(query) : nil
        let page = ListPage(try await trail.list(query.forOneRowMore), for: query, count: count)
        let names = try await names(in: page.rows)
        try await storage.noteList(
            .accessLogListed, showing: [patient], on: AuditSubject(patient), by: caller, at: now)
        return ListPage(page.rows.map { PatientAccess($0, by: $0.entry.account.flatMap { names[$0] }) }, on: page)
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

    /// The user names of those who did something, by the numbers of their accounts.
    private func names(in rows: [KeptAuditEntry]) async throws(Failure) -> [Int64: Username] {
        let ids = Set(rows.compactMap { $0.entry.account.flatMap { AccountID($0) } })
        guard !ids.isEmpty else { return [:] }
        let accounts = try await storage.reads.accounts.find(ids)
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
