import Domain
import HTTPTransport

/// The page of one appointment.
struct AppointmentPage {
    let shown: ShownAppointment
    let request: PageRequest

    private var say: Language { request.language }

    var answer: Answer {
        let name = say(AppointmentPhrase.title(shown.patientName(in: say)))
        let head = PageHead(
            title: "\(name)", actions: actions, trail: [(AppointmentPages.home, say(AppointmentPhrase.appointments))])
        return request.page(name, head.html(in: say) + card)
    }

    private var actions: [HTML] {
        var actions: [HTML] = [
            "<a class=\"button\" href=\"\(calendar)\">\(say(AppointmentPhrase.calendar))</a>"
        ]
        if request.offers(.changeAppointment) {
            actions.append(
                """
                <a class="button button-primary" href="\(AppointmentPages.editAddress(shown.id))">\
                \(say(FormPhrase.edit))</a>
                """)
        }
        if request.offers(.deleteAppointment) {
            actions.append(
                """
                <a class="button button-danger" href="\(AppointmentPages.deleteAddress(shown.id))">\
                \(say(FormPhrase.delete))</a>
                """)
        }
        return actions
    }

    private var calendar: Address {
        ("/admin/calendar/" as Address).with("date", request.time.date(shown.start).description)
            .with("doctor", String(shown.details.doctor.number))
    }

    private var card: HTML {
        let (details, time) = (shown.details, request.time)
        let when = "\(say.longDay(time.date(shown.start))), \(say.span(details.slot, in: time))"
        let actions = StatusActions(shown: shown, request: request)
        return """
            <section class="card"><dl class="facts">
            \(fact(.patient, shown.patientHTML(in: say)))
            \(fact(.doctor, shown.doctorHTML(in: say)))
            \(fact(.appointmentStart, "\(when)"))
            \(fact(.status, "<div class=\"row\">\(details.status.html(in: say)) \(actions.html)</div>"))
            \(details.reason.map { fact(.reason, "\($0.text)") } ?? .empty)
            \(details.notes.map { fact(.notes, "\($0.text)") } ?? .empty)
            </dl></section>
            """
    }

    private func fact(_ field: Field, _ value: HTML) -> HTML {
        "<div><dt>\(say(field))</dt><dd class=\"kept-lines\">\(value)</dd></div>"
    }
}
