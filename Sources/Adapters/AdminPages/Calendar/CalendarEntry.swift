import Domain

/// An appointment in the calendar.
struct CalendarEntry {
    let shown: ShownAppointment
    /// The day in whose column it stands.
    let date: CalendarDate
    /// Minutes below the top.
    let span: Range<Int>
    let place: CalendarLanes.Place
    let request: PageRequest

    private var say: Language { request.language }

    /// As long as something has to be to be hit (WCAG 2.2, 2.5.8).
    private static let leastMinutes = 20

    /// Where an appointment stands; what goes beyond the first and the last hour is cut off.
    static func span(of shown: ShownAppointment, below top: Instant, within minutes: Int) -> Range<Int> {
        let step = CalendarPlace.stepMinutes
        let start = max(0, CalendarHours.minutes(from: top, to: shown.start) / step * step)
        let length = min(CalendarHours.minutes(from: top, to: shown.end), minutes) - start
        return start..<start + max(leastMinutes, (length + step - 1) / step * step)
    }

    /// Whether it began on a day before, and stands there as well.
    private var isContinued: Bool { request.time.date(shown.start) < date }

    private var isMovable: Bool {
        let status = shown.details.status
        return request.offers(.changeAppointment) && !isContinued && (status == .scheduled || status == .checkedIn)
    }

    private var classes: String {
        var classes = ["entry entry-\(shown.details.status.look)"]
        if isMovable { classes.append("entry-movable") }
        classes += [CalendarPlace.at(span.lowerBound), CalendarPlace.length(span.count)]
        if place.count > 1 { classes.append("lane-\(place.lane) of-\(place.count)") }
        return classes.filter { !$0.isEmpty }.joined(separator: " ")
    }

    var html: HTML {
        let (name, clock) = (shown.patientName(in: say), request.time.local(shown.start).clock)
        let marks = shown.patient.map { PatientName.marks($0, say) } ?? ""
        let reason: HTML = shown.details.reason.map { "<br>\($0.text)" } ?? .empty
        return """
            <li class="\(classes)"\(naming)><a href="\(address)"\(key)><span class="entry-text">\
            <strong>\(clock) \(name)</strong> <small>\(marks)</small>\
            <span class="visually-hidden">, \(say(shown.details.status))</span>\(reason)</span></a></li>

            """
    }

    /// A page has each name once: the part on a later day has none.
    private var naming: HTML {
        guard !isContinued else { return .empty }
        // The version is for the script, which moves it.
        let version = HTML.when(isMovable, " data-version=\"\(shown.appointment.updatedAt.microseconds)\"")
        return " id=\"appointment-\(shown.id.number)\"\(version)"
    }

    private var key: HTML { HTML.when(isMovable, " aria-keyshortcuts=\"m\"") }

    /// The form, for whoever may move it; it comes back to here, from where the browser says that it came.
    private var address: Address {
        isMovable ? AppointmentPages.editAddress(shown.id) : AppointmentPages.address(shown.id)
    }
}
