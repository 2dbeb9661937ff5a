import Application
import Domain
import HTTPTransport

/// `/admin/activity/`: what goes on at the clinic, in numbers and in the audit trail.
struct ActivityPages: Sendable {
    let audit: AuditUseCases
    let statistics: StatisticsUseCases
    let clock: any WallClock
    let people: PeopleSearch

    init(useCases: UseCases) {
        audit = useCases.audit
        statistics = useCases.statistics
        clock = useCases.clock
        people = PeopleSearch(patients: useCases.patients, doctors: useCases.doctors)
    }

    static let home: Address = "/admin/activity/"
    static let trailAddress: Address = "/admin/activity/trail/"

    func routes(_ entrance: Entrance) -> [Route] {
        [
            entrance.page("/admin/activity/", get: show),
            entrance.page("/admin/activity/trail/", get: listTrail),
        ]
    }

    /// For so many days the numbers can be asked for.
    static let spans = [7, 14, 30, 90]

    private func show(_ request: PageRequest) async throws(Failure) -> Answer {
        let asked = request.address["days"].flatMap { Int($0) } ?? 14
        let span = ActivityPages.spans.contains(asked) ? asked : 14
        let (now, caller) = (clock.now(), request.caller)
        let trail = try await audit.checkChains(for: caller)
        let today = request.time.date(now).daysSince1970
        let dates = (0..<span).map { CalendarDate(daysSince1970: today - Int64(span - 1 - $0)) }
        let days = try request.time.days(dates)
        let figures = ActivityFigures(
            dates: dates, appointments: try await statistics.countAppointments(on: days, for: caller),
            loads: try await statistics.measureLoads(on: days, for: caller),
            newPatients: try await statistics.countNewPatients(on: days, for: caller),
            signIns: try await statistics.countSignIns(on: days, for: caller),
            sessions: try await statistics.countSessions(for: caller))
        return ActivityPage(trail: trail, now: now, figures: figures, request: request).answer
    }
}

/// What is counted for the page.
struct ActivityFigures: Sendable {
    let dates: [CalendarDate]
    let appointments: [[AppointmentStatus: Int]]
    let loads: [DoctorLoad]
    let newPatients: [Int]
    let signIns: [SignInCount]
    let sessions: SessionCount
}

extension ClinicTime {
    /// Days that follow one another, from midnight to midnight.
    fileprivate func days(_ dates: [CalendarDate]) throws(Failure) -> LocalDays {
        let ends = dates.last.map { [day($0).upperBound] } ?? []
        return try LocalDays(dates.map { day($0).lowerBound } + ends)
    }
}
