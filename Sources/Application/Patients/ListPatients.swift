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
        var check = check
        if let doctor = query.doctor, try await storage.reads.doctors.find(doctor) == nil {
            check.refuse(.doctor, .filterNoSuchRecord)
        }
        check.requireSameOrder(query)
        try check.finish()
        var scope = policy.scope(of: caller, for: .readPatients)
        if let doctor = query.doctor, !policy.shows(patientsOf: doctor, to: caller) { scope = .nothing }
        let patients = storage.reads.patients
        let count = query.page.isCounted ? try await patients.count(query, in: scope) : nil
        let page = ListPage(try await patients.list(query.forOneRowMore, in: scope), for: query, count: count)
        try await storage.noteList(.patientListed, showing: page.rows.map(\.id), by: caller, at: clock.now())
        return page
    }
}
