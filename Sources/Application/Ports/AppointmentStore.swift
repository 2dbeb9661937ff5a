public import Domain

/// Finds appointments. Deleted ones, and those of deleted patients and doctors, are never found.
public protocol AppointmentReader: Sendable {
    /// - Returns: `nil` when there is no such appointment or it lies outside the scope.
    ///
    /// Relations: `registeredItsPatient`, `isItsDoctor`, `isItsPatient` by the appointment's own patient and doctor;
    /// `madeIt` the account booked it.
    func find(_ id: AppointmentID, in scope: Scope) async throws(Failure) -> Appointment?

    /// The appointments with these numbers within the scope, in no particular order; those that cannot be found are left out.
    func find(_ ids: Set<AppointmentID>, in scope: Scope) async throws(Failure) -> [Appointment]

    /// At most `query.page.size` appointments, in the order of the query; of those before a position the last ones.
    func list(_ query: AppointmentQuery, in scope: Scope) async throws(Failure) -> [Appointment]

    /// What `list` finds, without reading it.
    func outline(_ query: AppointmentQuery, in scope: Scope) async throws(Failure) -> [ListEntry]

    /// How many appointments the query finds, on whatever page.
    func count(_ query: AppointmentQuery, in scope: Scope) async throws(Failure) -> Int

    /// The appointments of an agenda by start, then number; the first ones when there are more than so many.
    func agenda(_ query: AgendaQuery, limit: Int, in scope: Scope) async throws(Failure) -> [Appointment]

    /// The version of an agenda: the same as long as none of its appointments changes, appears or vanishes.
    func agendaVersion(_ query: AgendaQuery, in scope: Scope) async throws(Failure) -> AgendaVersion

    /// When appointments of an agenda start, and how many of each status, in no particular order.
    func agendaStarts(_ query: AgendaQuery, in scope: Scope) async throws(Failure) -> [AgendaStart]

    /// What stands around a time in the diaries of a doctor and a patient; only appointments that hold time count.
    ///
    /// Complete and stable only while `RecordLocks.hold` holds both.
    /// - Parameter except: the appointment that is being moved and does not count against itself.
    /// - Returns: `nil` when there is no such doctor.
    func diary(
        of doctor: DoctorID, and patient: PatientID, around slot: Slot, except: AppointmentID?
    ) async throws(Failure) -> Diary?
}

/// Keeps appointments.
public protocol AppointmentStore: AppointmentReader {
    /// Whether the people of an appointment are there, the patient within a scope, and what their diaries say.
    ///
    /// Complete and stable only while locks hold both people: `RecordLocks.holdAhead` is waited for first.
    func facts(for question: BookingQuestion, patientIn scope: Scope) async throws(Failure) -> BookingFacts

    /// Like `find`, and nobody else changes the appointment before the transaction ends.
    func findForChange(_ id: AppointmentID, in scope: Scope) async throws(Failure) -> Appointment?

    /// Keeps a new appointment under a number never used before. Both of its times are `now`.
    ///
    /// - Parameter number: what `facts` set aside; with `nil` it gets one. With a number nobody waits: what is thrown may
    ///   come later, at the latest from the transaction itself, of which nothing is kept then.
    /// - Throws: `.conflict(.diary)` with `.doctorConflict` or `.patientConflict` when it holds time and overlaps
    ///   another that does, whatever the diary said before; `.notFound(.patient)`, `.notFound(.doctor)` when one of
    ///   them is not there (any more).
    func insert(
        _ details: AppointmentDetails, as number: AppointmentID?, by account: AccountID, at now: Instant
    ) async throws(Failure) -> Appointment

    /// Keeps the appointment's details and `updatedAt`.
    /// - Throws: as `insert`; `.notFound(.appointment)`.
    func update(_ appointment: Appointment) async throws(Failure)

    /// Removes the appointment from all that can be found, and frees its time. The row stays for the audit.
    func delete(_ id: AppointmentID, at now: Instant) async throws(Failure)
}

extension AppointmentStore {
    /// The same under a number that it gets as it is kept.
    public func insert(
        _ details: AppointmentDetails, by account: AccountID, at now: Instant
    ) async throws(Failure) -> Appointment {
        try await insert(details, as: nil, by: account, at: now)
    }
}
