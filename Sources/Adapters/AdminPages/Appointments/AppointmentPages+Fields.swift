import Application
import Domain
import HTTPTransport

/// What the form of an appointment holds.
extension AppointmentPages {
    func newForm(_ request: PageRequest) -> RecordForm {
        var form = form("/admin/appointments/new/", AppointmentPages.home, request.address["start"], request)
        form.key = request.formKey
        return form
    }

    func editForm(_ appointment: Appointment, _ request: PageRequest) -> RecordForm {
        var form = form(
            AppointmentPages.editAddress(appointment.id), AppointmentPages.address(appointment.id),
            appointment.details.slot.start.instant.utcText, request)
        form.values = FormValues(appointment, .appointment, AppointmentFields.all, in: request.time)
        form.version = appointment.updatedAt
        return form
    }

    private func form(_ action: Address, _ cancel: Address, _ start: String?, _ request: PageRequest) -> RecordForm {
        var form = RecordForm(groups: AppointmentPages.groups, action: action, cancel: request.next ?? cancel)
        let hidden = [("start", request.form["start"] ?? start), ("next", request.next?.text)]
        form.hidden = hidden.compactMap { name, text in text.map { FormPair(name, $0) } }
        form.related = [
            .patient: RelatedField(source: "/admin/patients/find/"),
            .doctor: RelatedField(source: "/admin/doctors/find/"),
        ]
        form.buttons =
            "<button class=\"button\" name=\"check\" value=\"1\">\(request.language(AppointmentPhrase.check))</button>"
        return form
    }

    private static let groups = [
        RecordForm.Group(
            title: AppointmentPhrase.people, fields: all(of: [.patient, .doctor, .appointmentStart, .durationMinutes])),
        RecordForm.Group(title: AppointmentPhrase.contents, fields: all(of: [.reason, .notes, .status])),
    ]

    private static func all(of fields: [Field]) -> [any FieldDeclaration] {
        fields.compactMap { field in AppointmentFields.all.first { $0.field == field } }
    }

    /// What the address proposes: people, a point in time or at least the day.
    func proposedValues(_ request: PageRequest) -> FormValues {
        var values = FormValues()
        values[.patient] = request.address["patient"] ?? ""
        values[.doctor] = request.address["doctor"] ?? ""
        values[.durationMinutes] = String(AppointmentLength.standard.number)
        values[.status] = AppointmentStatus.scheduled.rawValue
        if let start = request.address["start"].flatMap(InstantText.parse) {
            values[.appointmentStart] = request.time.local(start).text
        } else if let date = request.address["date"].flatMap({ CalendarDate($0) }) {
            values[.appointmentStart] = LocalTime(date: date, minute: AppointmentPages.usualFirstMinute).text
        }
        return values
    }

    /// Nine o'clock.
    private static let usualFirstMinute = 540
    /// So many people are offered at most for a name.
    private static let mostFound = 20

    /// Finds the people whom the form names, by their numbers or by what was typed of their names.
    ///
    /// - Returns: whether nobody has to be chosen any more.
    func resolve(_ form: inout RecordForm, _ request: PageRequest) async throws(Failure) -> Bool {
        var isResolved = true
        for field in [Field.patient, .doctor] {
            let text = form.values[field]
            guard !text.isEmpty, var related = form.related[field] else { continue }
            if let number = Int64(text) {
                related.chosen = try await record(field, number, request)
            } else {
                isResolved = false
                related.found = try await people(field, named: text, request)
                related.isCut = related.found.count > AppointmentPages.mostFound
                related.found = Array(related.found.prefix(AppointmentPages.mostFound))
                if related.found.isEmpty {
                    form.errors.append(FieldError(field, .filterNoSuchRecord))
                    form.notice = form.notice + Notice.bad(request.language(AppointmentPhrase.nobodyFound(text)))
                }
            }
            form.related[field] = related
        }
        return isResolved
    }

    private func record(
        _ field: Field, _ number: Int64, _ request: PageRequest
    ) async throws(Failure) -> RelatedField.Choice? {
        if field == .patient {
            guard let id = PatientID(number), let patient = try await patient(id, request) else { return nil }
            return RelatedField.Choice(patient, request.language)
        }
        guard let id = DoctorID(number), let doctor = try await doctor(id, request) else { return nil }
        return RelatedField.Choice(doctor)
    }

    /// One more than are offered, when there are more.
    private func people(
        _ field: Field, named text: String, _ request: PageRequest
    ) async throws(Failure) -> [RelatedField.Choice] {
        let words = text.split(whereSeparator: \.isWhitespace).prefix(8).map { String($0) }
        if field == .patient {
            var query = PatientQuery()
            query.search = words
            query.page.size = AppointmentPages.mostFound + 1
            let say = request.language
            return try await patients.list(query, for: request.caller).rows.map { RelatedField.Choice($0, say) }
        }
        var query = DoctorQuery()
        query.search = words
        query.page.size = AppointmentPages.mostFound + 1
        return try await doctors.list(query, for: request.caller).rows.map { RelatedField.Choice($0) }
    }
}

extension RelatedField.Choice {
    init(_ patient: Patient, _ language: Language) {
        self.init(
            number: patient.id.number, name: PatientName.text(patient), marks: PatientName.marks(patient, language))
    }

    init(_ doctor: Doctor) {
        self.init(number: doctor.id.number, name: DoctorName.text(doctor), marks: DoctorName.marks(doctor))
    }
}
