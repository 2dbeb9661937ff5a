import Application
import Domain

/// A day of several doctors, and a week of one.
extension CalendarPages {
    func day(_ state: CalendarState, _ request: PageRequest, _ now: Instant) async throws(Failure) -> HTML {
        let entries = try await agenda(state.date, days: 1, of: state.doctors, request)
        let roster = try await CalendarRoster(state, entries, pages, request)
        guard !roster.shown.isEmpty else {
            return "<div class=\"card empty\"><p>\(request.language(CalendarPhrase.nobody))</p></div>"
        }
        let byDoctor = Dictionary(grouping: entries) { $0.details.doctor }
        let columns = roster.shown.map { doctor in
            CalendarColumn(
                id: String(doctor.id.number), doctor: doctor.id, date: state.date, name: DoctorName.text(doctor),
                marks: marks(of: doctor, in: request.language),
                link: state.with { state in
                    state.view = .week
                    state.doctors = [doctor.id]
                }.address,
                entries: byDoctor[doctor.id] ?? [],
                isOpen: doctor.details.isAvailable)
        }
        let grid = CalendarGrid(
            label: request.language.longDay(state.date), columns: columns, now: now, request: request,
            address: state.address)
        return "<div class=\"stack\">\(roster.filter(state, in: request.language))\(grid.html)</div>"
    }

    func week(_ state: CalendarState, _ request: PageRequest, _ now: Instant) async throws(Failure) -> HTML {
        guard let id = state.doctors.first else { return try await CalendarRoster.choice(state, pages, request) }
        guard let doctor = try await pages.doctor(id, request) else { throw .notFound(.doctor) }
        let (say, monday) = (request.language, state.date.monday)
        let entries = try await agenda(monday, days: 7, of: [id], request)
        let columns = (0..<7).map { index in
            let date = monday.adding(days: index)
            let day = request.time.day(date)
            return CalendarColumn(
                id: date.description, doctor: id, date: date, name: say.weekday(date), marks: say.shortDay(date),
                link: state.with { state in
                    state.view = .day
                    state.date = date
                }.address,
                entries: entries.filter { $0.start < day.upperBound && day.lowerBound < $0.end },
                isOpen: doctor.details.isAvailable)
        }
        let grid = CalendarGrid(
            label: DoctorName.text(doctor), columns: columns, now: now, request: request, address: state.address)
        let closed = HTML.when(
            !doctor.details.isAvailable, " <span class=\"badge badge-warn\">\(say(CalendarPhrase.closed))</span>")
        return "<h2>\(DoctorName(doctor: doctor).html)\(closed)</h2>\(grid.html)"
    }

    private func marks(of doctor: Doctor, in say: Language) -> String {
        let marks = DoctorName.marks(doctor)
        return doctor.details.isAvailable ? marks : "\(marks) · \(say(CalendarPhrase.closed))"
    }

    /// The appointments on these days, with these doctors; with whomever when there are none.
    private func agenda(
        _ first: CalendarDate, days: Int, of doctors: [DoctorID], _ request: PageRequest
    ) async throws(Failure) -> [ShownAppointment] {
        let query = try AgendaQuery(
            from: request.time.day(first).lowerBound, to: request.time.day(first.adding(days: days - 1)).upperBound,
            doctors: doctors.isEmpty ? nil : Set(doctors), includingRunning: true)
        return try await appointments.listAgenda(query, for: request.caller).entries.shown
    }
}
