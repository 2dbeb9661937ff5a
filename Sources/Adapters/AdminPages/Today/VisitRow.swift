import Domain

/// An appointment on a day's board, with its usual next step. A day may have hundreds of them, so a row is short: its other
/// steps are told by their keys, of which the script makes a menu (`VisitBoard.menu`); without it, the way to them leads to the
/// appointment's own page.
struct VisitRow {
    let shown: ShownAppointment
    let now: Instant
    /// The day of the board.
    let date: CalendarDate
    let request: PageRequest

    private var say: Language { request.language }
    private var isNow: Bool { shown.details.status.holdsTime && shown.start <= now && now < shown.end }

    var html: HTML {
        let (status, steps) = (shown.details.status, shown.steps(for: request))
        return """
            <li class="visit visit-\(status.look)\(HTML.when(isNow, " visit-now"))" \
            id="appointment-\(shown.id.number)" data-row="\(steps.dropFirst().map(\.key).joined())">\
            <div><time>\(request.time.local(shown.start).clock)</time><small>\(length)</small></div>\
            <div>\(patient)\(reason)</div>\
            <div class="visit-state"><span class="status">\(say(status).capitalizedFirst)</span>\
            \(steps.first.map(button) ?? .empty)\
            <a class="more" href="\(AppointmentPages.address(shown.id))" aria-label="\(say(TodayPhrase.more))">⋯</a></div></li>

            """
    }

    private var length: String {
        guard request.time.date(shown.start) >= date else { return say(TodayPhrase.since) }
        return say(AppointmentPhrase.minutes(shown.details.slot.length.number))
    }

    private var patient: HTML {
        guard let patient = shown.patient else { return "<b>\(shown.patientName(in: say))</b>" }
        return """
            <a href="\(PatientPages.address(patient.id))">\(PatientName.text(patient))</a>\
            <small>\(PatientName.marks(patient, say))</small>
            """
    }

    private var reason: HTML { shown.details.reason.map { "<p>\($0.text)</p>" } ?? .empty }

    private func button(_ status: AppointmentStatus) -> HTML {
        let step = VisitStep(appointment: shown.id, version: shown.appointment.updatedAt, status: status.rawValue)
        return "<button name=\"\(VisitStep.field)\" value=\"\(step.text)\">\(say(status).capitalizedFirst)</button>"
    }
}
