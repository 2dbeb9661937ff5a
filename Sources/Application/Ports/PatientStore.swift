public import Domain

/// Finds patients. Deleted ones are never found.
public protocol PatientReader: Sendable {
    /// - Returns: `nil` when there is no such patient or it lies outside the scope.
    ///
    /// Relations: `madeIt` the account registered the patient; `isItsDoctor` an active mapping joins the caller's
    /// doctor record and the patient; `isItsPatient` it is the caller's own record.
    func find(_ id: PatientID, in scope: Scope) async throws(Failure) -> Patient?

    /// The patients with these numbers within the scope, in no particular order; those who cannot be found are left out.
    func find(_ ids: Set<PatientID>, in scope: Scope) async throws(Failure) -> [Patient]

    /// How many bytes the long texts of these patients have, within the scope; those who cannot be found are left out.
    func longBytes(of ids: Set<PatientID>, in scope: Scope) async throws(Failure) -> [PatientID: Int]

    /// At most `query.page.size` patients, in the order of the query; of those before a position the last ones.
    func list(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> [Patient]

    /// What `list` finds, without reading it.
    func outline(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> [ListEntry]

    /// How many patients the query finds, on whatever page.
    func count(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> Int

    /// Whether another patient claims this e-mail address, exactly as written.
    ///
    /// For the answer only: the constraint has the last word at the write.
    /// - Parameter except: the patient whose own claim does not count.
    func isEmailClaimed(_ email: EmailAddress, except: PatientID?) async throws(Failure) -> Bool

    /// What goes along when the patient is deleted.
    func dependents(of id: PatientID, at now: Instant) async throws(Failure) -> Dependents
}

/// Keeps patients.
public protocol PatientStore: PatientReader {
    /// Like `find`, and nobody else changes the patient before the transaction ends.
    func findForChange(_ id: PatientID, in scope: Scope) async throws(Failure) -> Patient?

    /// Keeps a new patient under a number never used before. Both of its times are `now`.
    /// - Throws: `.conflict(.patientEmailTaken)` when it claims an e-mail address that another patient claims; those of
    ///   deleted patients are free again.
    func insert(_ details: PatientDetails, by account: AccountID, at now: Instant) async throws(Failure) -> Patient

    /// Keeps the patient's details and `updatedAt`.
    /// - Throws: as `insert`; `.notFound(.patient)`.
    func update(_ patient: Patient) async throws(Failure)

    /// The same for a patient whom `findForChange` has found in this transaction, and whose e-mail address stays. Nobody waits:
    /// what is thrown may come later, at the latest from the transaction itself, of which nothing is kept then.
    func updateFound(_ patient: Patient) async throws(Failure)

    /// Removes the patient with its mappings and appointments from all that can be found. The rows stay for the audit.
    func delete(_ id: PatientID, at now: Instant) async throws(Failure)
}

extension PatientStore {
    /// Where waiting costs nothing.
    public func updateFound(_ patient: Patient) async throws(Failure) { try await update(patient) }
}
