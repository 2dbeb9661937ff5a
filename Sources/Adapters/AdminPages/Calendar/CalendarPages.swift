import Application
import Domain
import HTTPTransport

/// `/admin/calendar/`
struct CalendarPages: Sendable {
    let pages: AppointmentPages

    var appointments: AppointmentUseCases { pages.appointments }

    func routes(_ entrance: Entrance) -> [Route] {
        [
            entrance.page("/admin/calendar/", get: show),
            entrance.page("/admin/calendar/check/", get: check),
            entrance.page(
                "/admin/calendar/move/", get: { $0.leave(for: CalendarState.home) }, post: move,
                returning: .to(returnMove)),
        ]
    }

    private func show(_ request: PageRequest) async throws(Failure) -> Answer {
        let now = pages.clock.now()
        let state = try CalendarState(request, at: now)
        let say = request.language
        switch state.view {
        case .day:
            return page(state, say.longDay(state.date), try await day(state, request, now), request, now)
        case .week:
            let (monday, sunday) = (state.date.monday, state.date.monday.adding(days: 6))
            let title = say(CalendarPhrase.weekOf(say.day(monday), say.day(sunday)))
            return page(state, title, try await week(state, request, now), request, now)
        case .month:
            return page(state, say.month(state.date), try await month(state, request, now), request, now)
        }
    }

    private func page(
        _ state: CalendarState, _ title: String, _ html: HTML, _ request: PageRequest, _ now: Instant
    ) -> Answer {
        let actions = request.offers(.bookAppointment) ? [AppointmentPages.newLink(on: state.date, request)] : []
        let head = PageHead(title: "\(title)", actions: actions)
        let step: Int? =
            switch state.view {
            case .day: 1
            case .week: 7
            case .month: nil
            }
        let line = DayLine(
            date: state.date, isToday: request.time.date(now) == state.date, address: state.undated, step: step,
            request: request)
        return request.page(
            title, head.html(in: request.language) + line.html(more: views(of: state, in: request.language)) + html)
    }

    private func views(of state: CalendarState, in say: Language) -> HTML {
        let links = CalendarState.View.allCases.map { view in
            """
            <a class="button" href="\(state.with { $0.view = view }.address)"\
            \(HTML.when(view == state.view, " aria-current=\"true\""))>\(say(view))</a>
            """ as HTML
        }
        return """
            <div class="button-group last" role="group" aria-label="\(say(CalendarPhrase.view))">\(links)</div>
            <button type="button" class="button" hidden data-script-only data-print>\(say(CalendarPhrase.print))</button>
            """
    }
}

extension CalendarState.View: Phrase {
    private var phrase: CalendarPhrase {
        switch self {
        case .day: .day
        case .week: .week
        case .month: .month
        }
    }

    var english: String { phrase.english }
    var german: String { phrase.german }
}
