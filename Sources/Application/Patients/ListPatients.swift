public import Domain

/// Lists the patients whom a caller may see.
public struct ListPatients: Sendable {
    let storage: any Storage
    let clock: any WallClock
    let policy: Policy

    /// - Parameter check: what was wrong with the request's parameters so far.
    /// - Throws: `.invalid`, also when the query names a doctor who does not exist, or a position in another order.
    public func callAsFunction(
        _ query: PatientQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListPage<Patient, PatientSortKey> {
        let (scope, count) = try await prepare(query, check, for: caller)
        let found = try await storage.reads.patients.list(query.forOneRowMore, in: scope)
        let page = ListPage(found, for: query, count: count)
        try await storage.noteList(.patientListed, showing: page.rows.map { $0.id }, by: caller, at: clock.now())
        return page
    }

    /// The same, in parts where it may be large. It is noted of all patients that they are shown, before the first is read.
    ///
    /// - Throws: likewise.
    public func inParts(
        _ query: PatientQuery, check: FieldCheck = FieldCheck(), for caller: Caller
    ) async throws(Failure) -> ListReading<Patient, PatientSortKey> {
        guard query.mayBeLarge else {
            let page = try await self(query, check: check, for: caller)
            return ListReading(page, reader(in: policy.scope(of: caller, for: .readPatients)))
        }
        let (scope, count) = try await prepare(query, check, for: caller)
        let outline = try await storage.reads.patients.outline(query.forOneRowMore, in: scope)
        let page = ListPage(outline: outline, for: query, count: count)
        try await storage.noteList(
            .patientListed, showing: page.rows.compactMap(\.patient), by: caller, at: clock.now())
        return try await ListReading(outline: page, reader(in: scope))
    }

    private func reader(in scope: Scope) -> RowReader<Patient> {
        let patients = storage.reads.patients
        return RowReader(number: { $0.id.number }, patient: { $0.id }, bytes: { $0.longBytes }) {
            numbers throws(Failure) in
            try await patients.find(Set(numbers.compactMap { PatientID($0) }), in: scope)
        }
    }

    /// Which patients may be shown, and how many there are, if that was asked.
    private func prepare(
        _ query: PatientQuery, _ check: FieldCheck, for caller: Caller
    ) async throws(Failure) -> (scope: Scope, count: Int?) {
        var check = check
        if let doctor = query.doctor, try await storage.reads.doctors.find(doctor) == nil {
            check.refuse(.doctor, .filterNoSuchRecord)
        }
        check.requireSameOrder(query)
        try check.finish()
        var scope = policy.scope(of: caller, for: .readPatients)
        if let doctor = query.doctor, !policy.shows(patientsOf: doctor, to: caller) { scope = .nothing }
        return (scope, query.page.isCounted ? try await storage.reads.patients.count(query, in: scope) : nil)
    }
}
