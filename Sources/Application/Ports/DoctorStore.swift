public import Domain

/// Finds doctors. Deleted ones are never found.
public protocol DoctorReader: Sendable {
    /// - Returns: `nil` when there is no such doctor.
    func find(_ id: DoctorID) async throws(Failure) -> Doctor?

    /// The doctors with these numbers, in no particular order; those who cannot be found are left out.
    func find(_ ids: Set<DoctorID>) async throws(Failure) -> [Doctor]

    /// At most `query.page.size` doctors, in the order of the query; of those before a position the last ones.
    func list(_ query: DoctorQuery) async throws(Failure) -> [Doctor]

    /// What `list` finds, without reading it.
    func outline(_ query: DoctorQuery) async throws(Failure) -> [ListEntry]

    /// How many doctors the query finds, on whatever page.
    func count(_ query: DoctorQuery) async throws(Failure) -> Int

    /// Which of these another doctor has already: `.licenseTaken`, `.doctorEmailTaken`, in this order.
    ///
    /// For the answer only: the constraints have the last word at the write. Both compare exactly as written.
    /// - Parameter except: the doctor whose own values do not count.
    func taken(
        license: LicenseNumber?, email: EmailAddress?, except: DoctorID?
    ) async throws(Failure) -> [Conflict]

    /// What goes along when the doctor is deleted.
    func dependents(of id: DoctorID, at now: Instant) async throws(Failure) -> Dependents
}

/// Keeps doctors.
public protocol DoctorStore: DoctorReader {
    /// Like `find`, and nobody else changes the doctor before the transaction ends.
    func findForChange(_ id: DoctorID) async throws(Failure) -> Doctor?

    /// Keeps a new doctor under a number never used before. Both of its times are `now`.
    /// - Throws: `.conflict(.licenseTaken)`, `.conflict(.doctorEmailTaken)`; those of deleted doctors are free again, and
    ///   having no licence is no conflict.
    func insert(_ details: DoctorDetails, at now: Instant) async throws(Failure) -> Doctor

    /// Keeps the doctor's details and `updatedAt`.
    /// - Throws: as `insert`; `.notFound(.doctor)`.
    func update(_ doctor: Doctor) async throws(Failure)

    /// Removes the doctor with its mappings and appointments from all that can be found. The rows stay for the audit.
    ///
    /// - Returns: the patients whose mappings or appointments were removed.
    @discardableResult
    func delete(_ id: DoctorID, at now: Instant) async throws(Failure) -> Set<PatientID>
}
