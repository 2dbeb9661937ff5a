import Application
import Domain
import HTTPTransport
import HTTPTypes

/// `/admin/appointments/`: the list of appointments.
struct AppointmentListPages: Sendable {
    let useCases: UseCases

    private typealias Row = AgendaEntry
    private var search: PeopleSearch { PeopleSearch(patients: useCases.patients, doctors: useCases.doctors) }

    func routes(_ entrance: Entrance) -> [Route] {
        [
            entrance.page("/admin/appointments/", get: list),
            AppointmentBulk(useCases: useCases).route(entrance, "/admin/appointments/bulk/"),
        ]
    }

    private func list(_ request: PageRequest) async throws(Failure) -> Answer {
        // A day is the clinic's here, and both ends of a time are chosen as days.
        if let date = request.address["date"] {
            return request.leave(for: request.address.with("date", nil).with("from", date).with("to", date))
        }
        let question = try await ListQuestion(request, AppointmentListPages.filters, search)
        guard question.isClear else { return listPage(nil, question, [], request) }
        var reader = ParameterReader(question.parameters.without(["from", "to"]))
        var query = reader.appointmentQuery()
        reader.check.read(request, into: &query)
        let (check, caller, appointments) = (reader.check, request.caller, useCases.appointments)
        if request.asksForCSV {
            return try await request.export("appointments", query, Shape.appointmentRow) {
                query async throws(Failure) in
                try await appointments.listWithPeople(query, check: check, for: caller)
            }
        }
        query.page.size = ListPageView<Row, AppointmentSortKey>.pageSize
        do throws(Failure) {
            let page = try await appointments.listWithPeople(query, check: check, for: caller)
            return listPage(page, question, [], request)
        } catch .invalid(let errors) {
            return listPage(nil, question, errors, request)
        }
    }

    private func listPage(
        _ page: ListPage<Row, AppointmentSortKey>?, _ question: ListQuestion, _ errors: [FieldError],
        _ request: PageRequest
    ) -> Answer {
        let say = request.language
        let title = say(FramePhrase.appointments)
        var list = ListPageView(
            address: request.address, language: say, title: title, filters: AppointmentListPages.filters,
            columns: AppointmentListPages.columns(request.time), page: page, errors: errors)
        list.hasSearch = false
        list.question = question
        let time = request.time
        list.bulk = AppointmentBulk(useCases: useCases).choice(request) { entry, say in
            let shown = ShownAppointment(entry)
            return (shown.id.number, "\(shown.patientName(in: say)), \(say.moment(shown.start, in: time))")
        }
        list.csrf = request.csrfField
        let head = PageHead(
            title: "\(title)",
            actions: request.offers(.bookAppointment) ? [AppointmentListPages.newLink(in: say)] : [])
        return request.page(title, head.html(in: say) + list.html, status: errors.isEmpty ? .ok : .badRequest)
    }

    private static func newLink(in language: Language) -> HTML {
        """
        <a class="button button-primary" href="/admin/appointments/new/" data-key="n" aria-keyshortcuts="n">\
        \(language(AppointmentPhrase.newAppointment))</a>
        """
    }

    private static let filters = [
        ListFilter.person(.patient), .person(.doctor),
        ListFilter(field: .status, kind: .choice(AppointmentStatus.allCases.map(\.rawValue))),
        ListFilter(field: .from, kind: .date), ListFilter(field: .to, kind: .date),
    ]

    private static func columns(_ time: ClinicTime) -> [ListColumn<Row, AppointmentSortKey>] {
        [
            ListColumn(Field.appointmentStart, by: .start, isHead: true) { entry, say in
                """
                <a class="nowrap" href="/admin/appointments/\(entry.appointment.id.number)/">\
                \(say.moment(entry.appointment.details.slot.start.instant, in: time))</a>
                """
            },
            ListColumn(Field.patient) { ShownAppointment($0).patientHTML(in: $1) },
            ListColumn(Field.doctor) { ShownAppointment($0).doctorHTML(in: $1) },
            ListColumn(AppointmentListPhrase.length) { entry, say in
                """
                <span class="nowrap">\(say(AppointmentPhrase.minutes(entry.appointment.details.slot.length.number)))</span>
                """
            },
            ListColumn(Field.status, by: .status) { $0.appointment.details.status.html(in: $1) },
            ListColumn(Field.reason) { entry, _ in "\(entry.appointment.details.reason?.text ?? "")" },
        ]
    }
}

extension FieldCheck {
    /// The days between which appointments are asked for, both of them the clinic's, midnight to midnight.
    fileprivate mutating func read(_ request: PageRequest, into query: inout AppointmentQuery) {
        query.from = day(.from, request)?.lowerBound
        query.to = day(.to, request)?.upperBound
    }

    private mutating func day(_ field: Field, _ request: PageRequest) -> Range<Instant>? {
        guard let text = request.address[field.name] else { return nil }
        guard let date = CalendarDate(text), (2...9998).contains(date.year) else {
            refuse(field, .filterNotADate)
            return nil
        }
        return request.time.day(date)
    }
}

extension Shape<AgendaEntry> {
    /// An appointment as a file has it.
    fileprivate static let appointmentRow = Shape(
        "AppointmentRow",
        [
            .members(of: .appointment) { $0.appointment },
            .text("patient_name", "The patient's name; blank for one who may not be seen.") {
                $0.patient.map(PatientName.text) ?? ""
            },
            .text("doctor_name", "The doctor's name.") { DoctorName.text($0.doctor) },
        ])
}
