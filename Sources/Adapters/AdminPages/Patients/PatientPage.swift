import Application
import Domain
import HTTPTransport

/// The page of one patient.
struct PatientPage {
    let patient: Patient
    let around: PatientSurroundings
    let request: PageRequest

    private var say: Language { request.language }

    var answer: Answer {
        let name = PatientName.text(patient)
        let head = PageHead(
            title: PatientName(patient: patient, language: say, isLink: false).html, actions: actions,
            trail: [(PatientPages.home, say(PatientPhrase.patients))])
        let cards = [toCome, past, mappings] + facts + [changes, looks]
        return request.page(name, head.html(in: say) + allergies + age + "<div class=\"packed\">\(cards)</div>")
    }

    private var actions: [HTML] {
        var actions: [HTML] = []
        if request.offers(.bookAppointment) {
            let book = list("/admin/appointments/new/").with("next", PatientPages.address(patient.id).text)
            actions.append("<a class=\"button\" href=\"\(book)\">\(say(AppointmentPhrase.newAppointment))</a>")
        }
        if request.offers(.writeClinicalText) {
            actions.append(
                """
                <a class="button button-primary" href="\(PatientPages.editAddress(patient.id))">\
                \(say(FormPhrase.edit))</a>
                """)
        }
        if request.offers(.deletePatient) {
            actions.append(
                """
                <a class="button button-danger" href="\(PatientPages.deleteAddress(patient.id))">\
                \(say(FormPhrase.delete))</a>
                """)
        }
        return actions
    }

    private var allergies: HTML {
        let known = patient.details.clinicalText.allergies?.text
        return """
            <aside class="allergies\(HTML.when(known == nil, " allergies-none"))" aria-labelledby="allergies-title">\
            <h2 id="allergies-title">\(say(PatientPhrase.allergies))</h2>\
            <p class="kept-lines">\(known ?? say(PatientPhrase.noAllergies))</p></aside>
            """
    }

    private var age: HTML {
        let years = patient.details.dateOfBirth.age(on: around.today)
        return "<p>\(say(PatientPhrase.age(years))), \(say(patient.details.gender))</p>"
    }

    /// A list of what concerns this patient.
    private func list(_ address: Address) -> Address { address.with("patient", String(patient.id.number)) }

    private var toCome: HTML {
        let table = AppointmentTable(
            entries: around.toCome, shows: .doctor, id: "to-come", empty: say(DoctorPhrase.nothingToCome),
            request: request)
        let all = list("/admin/appointments/").with("from", around.today.description)
        return section("to-come", DoctorPhrase.toCome, all, table.html)
    }

    private var past: HTML {
        let table = AppointmentTable(
            entries: around.past.rows, shows: .doctor, id: "past", empty: say(PatientPhrase.nothingPast),
            request: request)
        let all = list("/admin/appointments/").with("to", around.today.description)
            .with("ordering", "-appointment_datetime")
        return section("past", PatientPhrase.past, all, table.html)
    }

    private var mappings: HTML {
        let lines = around.mappings.rows.map { row in
            """
            <li>\(DoctorName(doctor: row.doctor).html) \
            <a href="\(AssignmentPages.address(row.assignment.id))">\(row.assignment.details.status.html(in: say))</a></li>
            """ as HTML
        }
        let content: HTML =
            lines.isEmpty ? "<p class=\"soft\">\(say(PatientPhrase.noDoctors))</p>" : "<ul>\(lines)</ul>"
        let new = list("/admin/mappings/new/").with("next", PatientPages.address(patient.id).text)
        let assign: HTML = """
            <p><a class="button button-small" href="\(new)">\(say(AssignmentPhrase.newTitle))</a></p>
            """
        return section(
            "doctors", FramePhrase.doctors, list("/admin/mappings/"),
            content + HTML.when(request.offers(.assignDoctor), assign))
    }

    private var facts: [HTML] {
        let values = FormValues(patient, .patient, PatientFields.all, in: request.time)
        return PatientPages.groups.enumerated().compactMap { index, group in
            let facts = FactList(fields: group.fields, values: values, language: say)
            return facts.isEmpty ? nil : section("group-\(index)", group.title, nil, facts.html)
        }
    }

    private var changes: HTML {
        guard let changes = around.changes else { return .empty }
        let content = AccessList(rows: changes.rows, empty: PatientPhrase.noChanges, request: request).html
        return section("changes", PatientPhrase.changes, PatientPages.historyAddress(patient.id), content)
    }

    private var looks: HTML {
        guard let looks = around.looks else { return .empty }
        let content = LookList(rows: looks.rows, isCut: looks.next != nil, request: request).html
        return section("looks", PatientPhrase.looks, PatientPages.accessAddress(patient.id), content)
    }

    private func section(_ id: String, _ title: any Phrase, _ all: Address?, _ content: HTML) -> HTML {
        Section(id: id, title: say.text(title), all: all, language: say).html(content)
    }
}
