import Application
import Domain

/// Some appointments of a doctor or a patient.
struct AppointmentTable {
    let entries: [AgendaEntry]
    /// Of whom the other column tells.
    let shows: PersonKind
    /// Of the heading that names it.
    let id: String
    /// What is said when there are none.
    let empty: String
    let request: PageRequest

    private var say: Language { request.language }

    var html: HTML {
        guard !entries.isEmpty else { return "<p class=\"soft\">\(empty)</p>" }
        return """
            <div class="table-wrap" tabindex="0" role="group" aria-labelledby="\(id)"><table class="stacking">
            <thead><tr><th scope="col">\(say(Field.appointmentStart))</th><th scope="col">\(say(shows.field))</th>\
            <th scope="col">\(say(Field.status))</th></tr></thead>
            <tbody>\(entries.map { row(ShownAppointment($0)) })</tbody></table></div>
            """
    }

    private func row(_ shown: ShownAppointment) -> HTML {
        let person =
            switch shows {
            case .patient: shown.patientHTML(in: say)
            case .doctor: shown.doctorHTML(in: say)
            }
        return """
            <tr><th scope="row"><a href="/admin/appointments/\(shown.id.number)/">\
            \(say.moment(shown.start, in: request.time))</a></th>\
            <td data-label="\(say(shows.field))">\(person)</td>\
            <td data-label="\(say(Field.status))">\(shown.details.status.html(in: say))</td></tr>
            """
    }
}
