import Domain

/// An appointment on a day's board, with what can be done to it there.
struct VisitRow {
    let shown: ShownAppointment
    let now: Instant
    /// Where it goes on after a change.
    let next: Address
    let request: PageRequest

    private var say: Language { request.language }
    private var isNow: Bool { shown.details.status.holdsTime && shown.start <= now && now < shown.end }

    var html: HTML {
        let (status, start) = (shown.details.status, request.time.local(shown.start))
        return """
            <li class="visit visit-\(status.look)\(HTML.when(isNow, " visit-now"))" \
            id="appointment-\(shown.id.number)" tabindex="-1" data-row>
            <time class="visit-time" datetime="\(start.text)">\(start.clock)\
            <span class="soft">\(say(AppointmentPhrase.minutes(shown.details.slot.length.number)))</span></time>
            <div>\(shown.patientHTML(in: say)) \(reason)</div>
            <div class="visit-state">\(status.html(in: say))
            \(StatusActions(shown: shown, request: request, next: next).html)</div>
            </li>
            """
    }

    private var reason: HTML {
        shown.details.reason.map { "<span class=\"visit-reason\">\($0.text)</span>" } ?? .empty
    }
}
