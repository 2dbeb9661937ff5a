import Application
import Domain
import HTTPTransport

extension PatientPages {
    func showDelete(_ request: PageRequest) async throws(Failure) -> Answer {
        guard request.offers(.deletePatient) else { throw .notAllowed }
        let patient = try await patients.find(request.exchange.id(.patient), for: request.caller)
        let (say, name) = (request.language, PatientName.text(patient))
        let form = DeleteForm(
            action: PatientPages.deleteAddress(patient.id), cancel: PatientPages.address(patient.id),
            version: patient.updatedAt,
            about: "\(PatientName(patient: patient, language: say).html) \(say(PatientPhrase.goesAlong))")
        let title = say(PatientPhrase.deleteTitle(name))
        let head = PageHead(
            title: "\(title)",
            trail: [
                (PatientPages.home, say(PatientPhrase.patients)), (PatientPages.address(patient.id), name),
            ])
        return request.page(title, head.html(in: say) + form.html(request))
    }

    func delete(_ request: PageRequest) async throws(Failure) -> Answer {
        // Whoever comes back from signing in is asked again.
        if request.isDraft { return try await showDelete(request) }
        try await patients.delete(
            request.exchange.id(.patient), by: request.caller, expecting: request.expectedVersion)
        return request.leave(for: PatientPages.home, saying: Flash(.patientDeleted))
    }
}
