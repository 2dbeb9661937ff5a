import Application
import Domain
import HTTPTransport

extension AppointmentPages: DeletablePages {
    func deleteTitle(_ name: String) -> any Phrase { AppointmentPhrase.deleteTitle(name) }

    func expectDeleting(_ request: PageRequest) async throws(Failure) {
        let id: AppointmentID = try request.exchange.id(.appointment)
        try await request.expect(.deleteAppointment, on: AuditSubject(id))
    }

    func deleteForm(_ shown: ShownAppointment, _ request: PageRequest) async throws(Failure) -> DeleteForm {
        let say = request.language
        let when = say.moment(shown.start, in: request.time)
        return DeleteForm(
            action: AppointmentPages.deleteAddress(shown.id), cancel: AppointmentPages.address(shown.id),
            version: shown.appointment.updatedAt,
            about:
                "\(shown.patientHTML(in: say)) \(when) \(shown.doctorHTML(in: say)) \(say(AppointmentPhrase.deleteHint))"
        )
    }

    func remove(_ request: PageRequest) async throws(Failure) -> Flash {
        try await appointments.delete(
            request.exchange.id(.appointment), by: request.caller, expecting: request.expectedVersion)
        return Flash(.appointmentDeleted)
    }
}
