public import Domain

/// Finds mappings. Deleted ones, and those of deleted patients and doctors, are never found.
public protocol AssignmentReader: Sendable {
    /// - Returns: `nil` when there is no such mapping or it lies outside the scope.
    ///
    /// Relations: `registeredItsPatient`, `isItsDoctor`, `isItsPatient` by the mapping's own patient and doctor;
    /// `madeIt` the account made the mapping.
    func find(_ id: AssignmentID, in scope: Scope) async throws(Failure) -> Assignment?

    /// The mappings with these numbers within the scope, in no particular order; those that cannot be found are left out.
    func find(_ ids: Set<AssignmentID>, in scope: Scope) async throws(Failure) -> [Assignment]

    /// At most `query.page.size` mappings, in the order of the query; of those before a position the last ones.
    func list(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> [Assignment]

    /// What `list` finds, without reading it.
    func outline(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> [ListEntry]

    /// The same, where each mapping comes with its doctor: the bytes are those of both.
    func outlineWithDoctors(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> [ListEntry]

    /// How many mappings the query finds, on whatever page.
    func count(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> Int

    /// The same as `list`, each mapping with its doctor.
    func listWithDoctors(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> [AssignmentWithDoctor]
}

/// Keeps mappings.
public protocol AssignmentStore: AssignmentReader {
    /// Like `find`, and nobody else changes the mapping before the transaction ends.
    func findForChange(_ id: AssignmentID, in scope: Scope) async throws(Failure) -> Assignment?

    /// Keeps a new mapping under a number never used before. Both of its times are `now`.
    /// - Throws: `.conflict(.alreadyAssigned)` when the two are mapped already, with whatever status;
    ///   `.notFound(.patient)`, `.notFound(.doctor)` when one of them is not there (any more).
    func insert(
        _ details: AssignmentDetails, by account: AccountID, at now: Instant
    ) async throws(Failure) -> Assignment

    /// Keeps the mapping's details and `updatedAt`.
    /// - Throws: as `insert`; `.notFound(.assignment)`.
    func update(_ assignment: Assignment) async throws(Failure)

    /// Removes the mapping from all that can be found; the two can be mapped again. The row stays for the audit.
    func delete(_ id: AssignmentID, at now: Instant) async throws(Failure)
}

/// A mapping together with the doctor it names.
public struct AssignmentWithDoctor: Equatable, Sendable {
    public let assignment: Assignment
    public let doctor: Doctor

    public init(assignment: Assignment, doctor: Doctor) {
        self.assignment = assignment
        self.doctor = doctor
    }
}
