import Application
import Domain

/// The appointments of a day by doctor, how many stand how, and what is next.
struct DayBoard {
    let date: CalendarDate
    let agenda: Agenda
    let now: Instant
    let request: PageRequest

    private var say: Language { request.language }
    private var time: ClinicTime { request.time }
    private var visits: [ShownAppointment] { agenda.entries.shown }

    var isToday: Bool { time.date(now) == date }

    var html: HTML {
        """
        \(DayLine(date: date, isToday: isToday, address: TodayPages.home, request: request).html(more: live))
        \(region)
        \(VisitBoard.menu(request))
        """
    }

    private var live: HTML {
        """
        <p class="live last" hidden data-script-only data-live-state data-current="\(say(TodayPhrase.live))" \
        data-lost="\(say(TodayPhrase.lost))" data-zone="\(time.name)">\(say(TodayPhrase.live))</p>
        """
    }

    private var region: HTML {
        let visits = visits
        return """
            <section data-live-region="board"\(versionAttributes)>
            \(HTML.when(agenda.isCut, Notice.warning(say(TodayPhrase.cut(Agenda.mostEntries)))))
            \(counts(visits))
            \(next(visits))
            \(board(visits))
            </section>
            """
    }

    private var versionAttributes: HTML {
        guard let version = agenda.version else { return .empty }
        let text = BoardVersion(agenda: version, date: date, now: now, time: time).text
        let source = ("/admin/today/version/" as Address).with("date", date.description)
        return " data-version=\"\(text)\" data-version-source=\"\(source)\""
    }

    private func counts(_ visits: [ShownAppointment]) -> HTML {
        let counts = AppointmentStatus.onBoard.map { status in
            let count = visits.count { $0.details.status == status }
            return "<div><dt>\(status.html(in: say))</dt><dd>\(say.number(count))</dd></div>" as HTML
        }
        return "<dl class=\"counts\">\(counts)</dl>"
    }

    private func board(_ visits: [ShownAppointment]) -> HTML {
        guard !visits.isEmpty else {
            return "<div class=\"card empty\"><p>\(say(TodayPhrase.nothing))</p>\(calendarLink)</div>"
        }
        let groups = Dictionary(grouping: visits) { $0.details.doctor }.values.sorted {
            ($0.doctorOrder, $0[0].details.doctor) < ($1.doctorOrder, $1[0].details.doctor)
        }
        return VisitBoard(next: request.address, request: request).html(groups.map(card))
    }

    private var calendarLink: HTML {
        let address = ("/admin/calendar/" as Address).with("date", date.description)
        return "<a class=\"button\" href=\"\(address)\">\(say(FramePhrase.calendar))</a>"
    }

    private func card(_ visits: [ShownAppointment]) -> HTML {
        let doctor = visits[0].details.doctor.number
        let expected = visits.count { $0.details.status.holdsTime }
        let done = visits.count { $0.details.status == .completed }
        let rows = visits.map { VisitRow(shown: $0, now: now, date: date, request: request).html }
        return VisitBoard.card(
            id: "doctor-\(doctor)", visits[0].doctorHTML(in: say), say(TodayPhrase.done(done, of: expected)), rows)
    }
}

extension DayBoard {
    /// Who comes next: the first who is waited for from now on.
    private func next(_ visits: [ShownAppointment]) -> HTML {
        guard isToday else { return .empty }
        let waiting = visits.filter { $0.details.status == .scheduled || $0.details.status == .checkedIn }
        guard let next = waiting.first(where: { $0.start >= now }) else { return .empty }
        return """
            <section class="card up-next" aria-labelledby="next"><h2 id="next">\(say(TodayPhrase.next))</h2>
            <p class="row"><strong>\(time.local(next.start).clock)</strong> \(next.patientHTML(in: say)) \
            <span class="soft">\(say(TodayPhrase.with))</span> \(next.doctorHTML(in: say)) \(next.details.status.html(in: say))</p></section>
            """
    }
}

extension AppointmentStatus {
    /// All of them, in the order in which a day goes.
    static let onBoard: [AppointmentStatus] = [.scheduled, .checkedIn, .completed, .noShow, .cancelled]
}

extension [ShownAppointment] {
    /// By which a doctor's appointments stand among those of others.
    fileprivate var doctorOrder: String {
        first?.doctor.map { "\($0.details.lastName.text) \($0.details.firstName.text)".lowercased() } ?? ""
    }
}
