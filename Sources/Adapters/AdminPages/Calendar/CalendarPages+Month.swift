import Application
import Domain

/// A month: how many appointments each day has.
extension CalendarPages {
    func month(_ state: CalendarState, _ request: PageRequest, _ now: Instant) async throws(Failure) -> HTML {
        let first = state.date.firstOfMonth.monday
        let last = state.date.firstOfMonth.adding(days: 31).firstOfMonth.adding(days: -1)
        let count = Int(last.monday.daysSince1970 - first.daysSince1970) + 7
        let dates = (0..<count).map { first.adding(days: $0) }
        let boundaries = dates.map { request.time.day($0).lowerBound } + [request.time.day(dates[count - 1]).upperBound]
        let doctors = state.doctors.isEmpty ? nil : Set(state.doctors)
        let counts = try await appointments.countAgenda(on: LocalDays(boundaries), with: doctors, for: request.caller)
        let days = zip(dates, counts).map { MonthDay(date: $0, counts: $1, state: state, now: now, request: request) }
        let weeks = stride(from: 0, to: count, by: 7).map { start in
            "<tr>\(days[start..<start + 7].map(\.html))</tr>" as HTML
        }
        let (say, title) = (request.language, request.language.month(state.date))
        let head = dates.prefix(7).map { "<th scope=\"col\">\(say.weekday($0))</th>" as HTML }
        return """
            \(try await whose(state, request))
            <div class="calendar-page"><div class="table-wrap" tabindex="0" role="region" aria-label="\(title)">
            <table class="month"><thead><tr>\(head)</tr></thead>
            <tbody>\(weeks)</tbody></table></div></div>
            """
    }

    /// Of whom the appointments are.
    private func whose(_ state: CalendarState, _ request: PageRequest) async throws(Failure) -> HTML {
        var names: [HTML] = []
        for id in state.doctors {
            if let doctor = try await pages.doctor(id, request) { names.append(DoctorName(doctor: doctor).html) }
        }
        return HTML.when(!names.isEmpty, "<p class=\"row\">\(names.joined(" "))</p>")
    }
}

/// A day of a month.
struct MonthDay {
    let date: CalendarDate
    let counts: [AppointmentStatus: Int]
    let state: CalendarState
    let now: Instant
    let request: PageRequest

    private var say: Language { request.language }

    private var classes: String {
        let classes = [
            request.time.date(now) == date ? "today" : nil, date.month == state.date.month ? nil : "outside",
        ]
        return classes.compactMap(\.self).joined(separator: " ")
    }

    var html: HTML {
        let all = counts.values.reduce(0, +)
        let address = state.with { state in
            state.view = .day
            state.date = date
        }.address
        let lines = AppointmentStatus.onBoard.filter { (counts[$0] ?? 0) > 0 }.map { status in
            """
            <li><span class="status status-\(status.look)">\(say.number(counts[status] ?? 0)) \(say(status))</span></li>
            """ as HTML
        }
        let label = say(CalendarPhrase.appointmentsOf(all, say.longDay(date)))
        return """
            <td class="\(classes)"><a class="day-link" href="\(address)" aria-label="\(label)">\(date.day) \
            <span>\(HTML.when(all > 0, "\(all)"))</span></a>\(HTML.when(all > 0, "<ul>\(lines)</ul>"))</td>
            """
    }
}
