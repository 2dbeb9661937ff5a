import Application
import Domain

/// What belongs to a patient, as far as whoever looks may see it: a part of each, with the way to all.
struct PatientSurroundings: Sendable {
    /// The newest ones.
    let mappings: ListPage<AssignmentWithDoctor, AssignmentSortKey>
    /// The next ones that are waited for.
    let toCome: [AgendaEntry]
    /// The last ones, the latest first.
    let past: ListPage<AgendaEntry, AppointmentSortKey>
    /// Who changed what; `nil` where that is not for the caller.
    let changes: ListPage<PatientAccess, AuditSortKey>?
    /// Who opened the record; likewise.
    let looks: ListPage<PatientAccess, AuditSortKey>?
    let today: CalendarDate

    /// So many of each are shown.
    static let most = 5
    /// Of so many openings it is said whose they were.
    static let mostLooks = 100

    init(of patient: PatientID, _ useCases: UseCases, _ request: PageRequest) async throws(Failure) {
        let (now, caller) = (useCases.clock.now(), request.caller)
        today = request.time.date(now)
        var mappings = AssignmentQuery()
        mappings.page.size = PatientSurroundings.most
        self.mappings = try await useCases.assignments.listOfPatient(patient, mappings, for: caller)
        var appointments = AppointmentQuery()
        (appointments.patient, appointments.page.size) = (patient, PatientSurroundings.most)
        var past = appointments
        appointments.from = now
        (past.to, past.ordering) = (now, [Ordering(.start, descending: true)])
        toCome = try await useCases.appointments.listAwaited(appointments, for: caller)
        self.past = try await useCases.appointments.listWithPeople(past, for: caller)
        guard request.offers(.readAccessLog) else {
            (changes, looks) = (nil, nil)
            return
        }
        var log = AuditQuery()
        (log.actions, log.page.size) = (AuditAction.changesOfRecords, PatientSurroundings.most)
        changes = try await useCases.audit.listAccessLog(patient, log, for: caller)
        (log.actions, log.page.size) = ([.patientRead], PatientSurroundings.mostLooks)
        looks = try await useCases.audit.listAccessLog(patient, log, for: caller)
    }
}
