import Domain

/// Columns beside each other, with the hours at their left.
struct CalendarGrid {
    let label: String
    let columns: [CalendarColumn]
    let now: Instant
    let request: PageRequest
    /// Where it stands, to come back to.
    let address: Address

    private var say: Language { request.language }
    private var time: ClinicTime { request.time }
    private var hours: CalendarHours {
        CalendarHours(covering: columns.map { ($0.date, $0.entries.map(\.details.slot)) }, in: time)
    }

    var html: HTML {
        let hours = hours
        let minutes = columns.map { hours.minutes(of: $0.date, in: time) }.max() ?? 0
        return """
            <div class="calendar-page">
            <div class="calendar \(CalendarPlace.length(minutes))" role="region" tabindex="0" aria-label="\(label)" \
            data-calendar data-zone="\(time.name)" data-check-source="/admin/calendar/check/" \
            data-slot-text="\(say(CalendarPhrase.slot))" data-moved="{time}, {column}" \
            data-dropped="\(say(CalendarPhrase.checking))" data-left="\(say(CalendarPhrase.left))" \
            data-lost="\(say(CalendarPhrase.lost))">
            \(axis(hours, minutes))
            \(columns.map { html($0, hours) })
            </div></div>
            \(HTML.when(request.offers(.changeAppointment), MoveDialog(next: address, request: request).html))
            """
    }

    /// The clock's hours as they go by on the first of the days.
    private func axis(_ hours: CalendarHours, _ minutes: Int) -> HTML {
        guard let date = columns.first?.date else { return .empty }
        let top = hours.top(of: date, in: time)
        let lines = stride(from: 0, to: minutes, by: 60).map { minute in
            """
            <li class="hour \(CalendarPlace.at(minute))">\(time.local(top.adding(minutes: minute)).clock)</li>
            """ as HTML
        }
        return """
            <div class="calendar-axis" aria-hidden="true"><div class="calendar-head"></div>\
            <ol class="calendar-grid">\(lines)</ol></div>
            """
    }

    private func html(_ column: CalendarColumn, _ hours: CalendarHours) -> HTML {
        let top = hours.top(of: column.date, in: time)
        let minutes = hours.minutes(of: column.date, in: time)
        let isToday = time.date(now) == column.date
        let spans = column.entries.map { CalendarEntry.span(of: $0, below: top, within: minutes) }
        let places = CalendarLanes.places(for: spans)
        let entries = zip(column.entries, zip(spans, places)).map {
            CalendarEntry(shown: $0, date: column.date, span: $1.0, place: $1.1, request: request).html
        }
        return """
            <section class="calendar-column\(HTML.when(isToday, " calendar-today"))" aria-labelledby="column-\(column.id)" \
            data-column data-doctor="\(column.doctor.number)" data-start="\(top.utcText)">
            <div class="calendar-head">\(slotLink(column, top, minutes))\
            <h2 id="column-\(column.id)" data-column-name="\(column.name)"><a href="\(column.link)">\(column.name)</a> \
            <span class="person-marks">\(column.marks)</span></h2></div>
            <ol class="calendar-grid">
            \(entries)\(nowLine(top, minutes, isToday: isToday))
            </ol>
            </section>
            """
    }

    private func nowLine(_ top: Instant, _ minutes: Int, isToday: Bool) -> HTML {
        let minute = CalendarHours.minutes(from: top, to: now)
        guard isToday, (0..<minutes).contains(minute) else { return .empty }
        return "<li class=\"now \(CalendarPlace.at(minute))\" aria-hidden=\"true\"></li>"
    }

    /// To the form for a new appointment at the first free time.
    private func slotLink(_ column: CalendarColumn, _ top: Instant, _ minutes: Int) -> HTML {
        guard column.isOpen, request.offers(.bookAppointment) else { return .empty }
        let start = column.firstFree(from: max(top, now), top: top, minutes: minutes)
        let link = ("/admin/appointments/new/" as Address).with("doctor", String(column.doctor.number))
            .with("start", start.utcText)
        let label = say(CalendarPhrase.newAt(time.local(start).clock, column.name))
        return "<a class=\"slot-link\" data-slot href=\"\(link)\" aria-label=\"\(label)\">+</a>"
    }
}

extension CalendarColumn {
    /// The first quarter of an hour from which half an hour is free; the top when none is left.
    fileprivate func firstFree(from earliest: Instant, top: Instant, minutes: Int) -> Instant {
        let held = entries.filter { $0.details.status.holdsTime }
        let starts = stride(from: 0, through: minutes - 30, by: 15).map { top.adding(minutes: $0) }
        return starts.first { start in
            start >= earliest && !held.contains { $0.start < start.adding(minutes: 30) && start < $0.end }
        } ?? top
    }
}
