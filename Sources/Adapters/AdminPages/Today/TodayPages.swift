import Application
import Domain
import HTTPTransport

/// `/admin/`: the appointments of a day.
struct TodayPages: Sendable {
    let appointments: AppointmentUseCases
    let clock: any WallClock

    func routes(_ entrance: Entrance) -> [Route] {
        [
            entrance.page("/admin/", get: show),
            entrance.page("/admin/today/version/", get: version),
        ]
    }

    static let home: Address = "/admin/"

    private func show(_ request: PageRequest) async throws(Failure) -> Answer {
        let now = clock.now()
        let date = try request.day(at: now)
        let agenda = try await appointments.listAgenda(query(date, request), for: request.caller)
        let board = DayBoard(date: date, agenda: agenda, now: now, request: request)
        let say = request.language
        let title = board.isToday ? say(FramePhrase.today) : say.longDay(date)
        let actions = request.offers(.bookAppointment) ? [AppointmentPages.newLink(on: date, request)] : []
        let head = PageHead(title: "\(title)", actions: actions)
        return request.page(title, head.html(in: say) + board.html)
    }

    /// Tells the script whether the board that is shown is still as things are.
    private func version(_ request: PageRequest) async throws(Failure) -> Answer {
        let now = clock.now()
        let date = try request.day(at: now)
        let version = try await appointments.findAgendaVersion(query(date, request), for: request.caller)
        let text = BoardVersion(agenda: version, date: date, now: now, time: request.time).text
        return .json { json in
            json.beginObject()
            json.member("version", text)
            json.endObject()
        }
    }

    private func query(_ date: CalendarDate, _ request: PageRequest) throws(Failure) -> AgendaQuery {
        let day = request.time.day(date)
        return try AgendaQuery(from: day.lowerBound, to: day.upperBound, includingRunning: true)
    }
}
