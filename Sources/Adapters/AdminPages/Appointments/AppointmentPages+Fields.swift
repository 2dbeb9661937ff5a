import Application
import Domain
import HTTPTransport

/// What the form of an appointment holds.
extension AppointmentPages {
    func newForm(_ request: PageRequest) -> RecordForm {
        var form = form("/admin/appointments/new/", AppointmentPages.home, request.address["start"], request)
        form.values = proposedValues(request)
        form.key = request.formKey
        return form
    }

    func editForm(_ shown: ShownAppointment, _ request: PageRequest) -> RecordForm {
        let appointment = shown.appointment
        var form = form(
            AppointmentPages.editAddress(appointment.id), AppointmentPages.address(appointment.id),
            appointment.details.slot.start.instant.utcText, request)
        form.values = FormValues(appointment, .appointment, AppointmentFields.all, in: request.time)
        form.version = appointment.updatedAt
        form.related[.patient]?.chosen = shown.patient.map { RelatedField.Choice($0, request.language) }
        form.related[.doctor]?.chosen = shown.doctor.map { RelatedField.Choice($0) }
        return form
    }

    private func form(_ action: Address, _ cancel: Address, _ start: String?, _ request: PageRequest) -> RecordForm {
        var form = RecordForm(groups: AppointmentPages.groups, action: action, cancel: request.next ?? cancel)
        let hidden = [("start", request.form["start"] ?? start), ("next", request.next?.text)]
        form.hidden = hidden.compactMap { name, text in text.map { FormPair(name, $0) } }
        form.related = [
            .patient: RelatedField(source: PersonKind.patient.source),
            .doctor: RelatedField(source: PersonKind.doctor.source),
        ]
        form.buttons =
            "<button class=\"button\" name=\"check\" value=\"1\">\(request.language(AppointmentPhrase.check))</button>"
        return form
    }

    private static let groups = [
        RecordForm.Group(
            AppointmentPhrase.people, [.patient, .doctor, .appointmentStart, .durationMinutes],
            of: AppointmentFields.all),
        RecordForm.Group(AppointmentPhrase.contents, [.reason, .notes, .status], of: AppointmentFields.all),
    ]

    /// What the address proposes: people, a point in time or at least the day.
    private func proposedValues(_ request: PageRequest) -> FormValues {
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
}
