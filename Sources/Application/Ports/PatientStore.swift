public import Domain

/// Finds patients. Deleted ones are never found.
public protocol PatientReader: Sendable {
    /// - Returns: `nil` when there is no such patient or it lies outside the scope.
    ///
    /// Relations: `madeIt` the account registered the patient; `isItsDoctor` an active mapping joins the caller's
    /// doctor record and the patient; `isItsPatient` it is the caller's own record.
    func find(_ id: PatientID, in scope: Scope) async throws(Failure) -> Patient?

    /// At most `query.page.size` patients, in the order of the query; of those before a position the last ones.
    func list(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> [Patient]

    /// How many patients the query finds, on whatever page.
    func count(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> Int
}

/// Keeps patients.
public protocol PatientStore: PatientReader {
    /// Like `find`, and nobody else changes the patient before the transaction ends.
    func findForChange(_ id: PatientID, in scope: Scope) async throws(Failure) -> Patient?

    /// Keeps a new patient under a number never used before. Both of its times are `now`.
    func insert(_ details: PatientDetails, by account: AccountID, at now: Instant) async throws(Failure) -> Patient

    /// Keeps the patient's details and `updatedAt`.
    /// - Throws: `.notFound(.patient)`.
    func update(_ patient: Patient) async throws(Failure)

    /// Removes the patient with its mappings and appointments from all that can be found. The rows stay for the audit.
    func delete(_ id: PatientID, at now: Instant) async throws(Failure)
}
