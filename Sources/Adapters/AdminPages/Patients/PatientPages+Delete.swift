import Application
import Domain
import HTTPTransport

extension PatientPages {
    func showDelete(_ request: PageRequest) async throws(Failure) -> Answer {
        let id: PatientID = try request.exchange.id(.patient)
        let dependents = try await patients.findDependents(of: id, for: request.caller)
        let patient = try await patients.find(id, for: request.caller)
        let (say, name) = (request.language, PatientName.text(patient))
        let form = DeleteForm(
            action: PatientPages.deleteAddress(patient.id), cancel: PatientPages.address(patient.id),
            version: patient.updatedAt, about: PatientName(patient: patient, language: say).html,
            goesAlong: dependents)
        let title = say(PatientPhrase.deleteTitle(name))
        let head = PageHead(
            title: "\(title)",
            trail: [
                (PatientPages.home, say(PatientPhrase.patients)), (PatientPages.address(patient.id), name),
            ])
        return request.page(title, head.html(in: say) + form.html(request), status: form.status(request))
    }

    func delete(_ request: PageRequest) async throws(Failure) -> Answer {
        // Whoever comes back from signing in is asked again.
        if request.isDraft { return try await showDelete(request) }
        do throws(Failure) {
            try await patients.delete(
                request.exchange.id(.patient), by: request.caller, expecting: request.expectedVersion)
        } catch .outdated {
            return try await showDelete(request)
        }
        return request.leave(for: PatientPages.home, saying: Flash(.patientDeleted))
    }
}
