import Application
import Domain
import HTTPTransport

extension AppointmentPages {
    func showDelete(_ request: PageRequest) async throws(Failure) -> Answer {
        guard request.offers(.deleteAppointment) else { throw .notAllowed }
        let (shown, say) = (try await shown(request.exchange.id(.appointment), request), request.language)
        let when = request.language.moment(shown.start, in: request.time)
        let form = DeleteForm(
            action: AppointmentPages.deleteAddress(shown.id), cancel: AppointmentPages.address(shown.id),
            version: shown.appointment.updatedAt,
            about:
                "\(shown.patientHTML(in: say)) \(when) \(shown.doctorHTML(in: say)) \(say(AppointmentPhrase.deleteHint))"
        )
        let title = say(AppointmentPhrase.deleteTitle(shown.patientName(in: say)))
        let head = PageHead(
            title: "\(title)",
            trail: [
                (AppointmentPages.home, say(AppointmentPhrase.appointments)),
                (AppointmentPages.address(shown.id), shown.patientName(in: say)),
            ])
        return request.page(title, head.html(in: say) + form.html(request))
    }

    func delete(_ request: PageRequest) async throws(Failure) -> Answer {
        if request.isDraft { return try await showDelete(request) }
        try await appointments.delete(
            request.exchange.id(.appointment), by: request.caller, expecting: request.expectedVersion)
        return request.leave(for: AppointmentPages.home, saying: Flash(.appointmentDeleted))
    }
}
