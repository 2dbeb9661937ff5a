import Application
import Domain
import HTTPTransport

/// The page of one doctor.
struct DoctorPage {
    let doctor: Doctor
    let work: DoctorWork
    let request: PageRequest

    private var say: Language { request.language }

    var answer: Answer {
        let name = DoctorName.text(doctor)
        let head = PageHead(
            title: DoctorName(doctor: doctor, isLink: false).html, actions: actions,
            trail: [(DoctorPages.home, say(FramePhrase.doctors))])
        let badge: HTML = "<p>\(DoctorPhrase.badge(of: doctor, in: say))</p>"
        let cards = [toCome, patients, load] + facts
        return request.page(name, head.html(in: say) + badge + "<div class=\"packed\">\(cards)</div>")
    }

    private var actions: [HTML] {
        let week = ("/admin/calendar/" as Address).with("view", "week").with("doctor", String(doctor.id.number))
        var actions: [HTML] = [
            "<a class=\"button\" href=\"\(week)\">\(say(FramePhrase.calendar))</a>"
        ]
        if request.policy.permits(.changeDoctor, on: doctor.id, by: request.caller) {
            actions.append(
                """
                <a class="button button-primary" href="\(DoctorPages.editAddress(doctor.id))">\
                \(say(FormPhrase.edit))</a>
                """)
        }
        if request.policy.permits(.deleteDoctor, on: doctor.id, by: request.caller) {
            actions.append(
                """
                <a class="button button-danger" href="\(DoctorPages.deleteAddress(doctor.id))">\
                \(say(FormPhrase.delete))</a>
                """)
        }
        return actions
    }

    /// A list of what concerns this doctor.
    private func list(_ address: Address) -> Address { address.with("doctor", String(doctor.id.number)) }

    private var toCome: HTML {
        let table = AppointmentTable(
            entries: work.toCome, shows: .patient, id: "to-come", empty: say(DoctorPhrase.nothingToCome),
            request: request)
        let today = work.today
        let all = list("/admin/appointments/").with("from", today.description)
        return Section(id: "to-come", title: say(DoctorPhrase.toCome), all: all, language: say).html(table.html)
    }

    private var patients: HTML {
        let rows = work.patients.rows.map {
            "<li>\(PatientName(patient: $0.patient, language: say).html)</li>" as HTML
        }
        let content: HTML =
            rows.isEmpty ? "<p class=\"soft\">\(say(DoctorPhrase.noPatients))</p>" : "<ul>\(rows)</ul>"
        let all = list("/admin/mappings/")
        return Section(id: "patients", title: say(DoctorPhrase.patients), all: all, language: say).html(content)
    }

    private var load: HTML {
        let cap = doctor.details.maximumAppointmentsPerDay?.number
        let rows = work.load.filter { $0.appointments > 0 }.map { day in
            """
            <tr><th scope="row">\(say.weekday(day.date)), \(say.day(day.date))</th>\
            <td class="number">\(day.appointments)\(cap.map { " \(say(DoctorPhrase.cap)) \($0)" as HTML } ?? .empty)</td>\
            <td class="number">\(day.minutes)</td></tr>
            """ as HTML
        }
        let head: HTML = """
            <thead><tr><th scope="col">\(say(DoctorPhrase.day))</th>\
            <th scope="col" class="number">\(say(DoctorPhrase.appointments))</th>\
            <th scope="col" class="number">\(say(DoctorPhrase.minutes))</th></tr></thead>
            """
        let content: HTML =
            rows.isEmpty
            ? "<p class=\"soft\">\(say(DoctorPhrase.nothingToCome))</p>"
            : """
            <div class="table-wrap" tabindex="0" role="group" aria-labelledby="load"><table>\(head)\
            <tbody>\(rows)</tbody></table></div>
            """
        return Section(id: "load", title: say(DoctorPhrase.load), all: nil, language: say).html(content)
    }

    private var facts: [HTML] {
        let values = FormValues(doctor, .doctor, DoctorFields.all, in: request.time)
        return DoctorPages.groups.enumerated().compactMap { index, group in
            let facts = FactList(fields: group.fields, values: values, language: say)
            guard !facts.isEmpty else { return nil }
            return Section(id: "group-\(index)", title: say.text(group.title), all: nil, language: say).html(facts.html)
        }
    }
}
