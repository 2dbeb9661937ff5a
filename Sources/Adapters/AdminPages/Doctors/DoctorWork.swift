import Application
import Domain

/// What a doctor has to do, as far as whoever looks may see it.
struct DoctorWork: Sendable {
    /// The newest ones.
    let patients: ListPage<AssignmentWithPeople, AssignmentSortKey>
    /// The next ones that are waited for.
    let toCome: [AgendaEntry]
    let load: [DayLoad]
    let today: CalendarDate

    /// So many of each are shown.
    static let most = 10
    private static let days = 14

    init(of doctor: DoctorID, _ useCases: UseCases, _ request: PageRequest) async throws(Failure) {
        let now = useCases.clock.now()
        var mappings = AssignmentQuery()
        (mappings.doctor, mappings.status, mappings.page.size) = (doctor, .active, DoctorWork.most)
        patients = try await useCases.assignments.listWithPeople(mappings, for: request.caller)
        var appointments = AppointmentQuery()
        (appointments.doctor, appointments.from, appointments.page.size) = (doctor, now, DoctorWork.most)
        toCome = try await useCases.appointments.listAwaited(appointments, for: request.caller)
        let (time, today) = (request.time, request.time.date(now))
        self.today = today
        let dates = (0..<DoctorWork.days).map { CalendarDate(daysSince1970: today.daysSince1970 + Int64($0)) }
        let end = CalendarDate(daysSince1970: today.daysSince1970 + Int64(DoctorWork.days))
        let query = try AgendaQuery(
            from: time.day(today).lowerBound, to: time.day(end).lowerBound, doctors: [doctor])
        let agenda = try await useCases.appointments.listAgenda(query, for: request.caller)
        load = dates.map { DayLoad(date: $0, agenda.entries, in: time) }
    }
}

/// How much of a doctor's day is held.
struct DayLoad: Equatable, Sendable {
    let date: CalendarDate
    let appointments: Int
    let minutes: Int

    init(date: CalendarDate, _ entries: [AgendaEntry], in time: ClinicTime) {
        let held = entries.map(\.appointment.details).filter {
            $0.status.holdsTime && time.date($0.slot.start.instant) == date
        }
        self.date = date
        appointments = held.count
        minutes = held.map(\.slot.length.number).reduce(0, +)
    }
}
