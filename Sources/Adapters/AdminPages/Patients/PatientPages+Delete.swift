import Application
import Domain
import HTTPTransport

extension PatientPages: DeletablePages {
    func deleteTitle(_ name: String) -> any Phrase { PatientPhrase.deleteTitle(name) }

    func expectDeleting(_ request: PageRequest) async throws(Failure) {
        let id: PatientID = try request.exchange.id(.patient)
        try await request.expect(.deletePatient, on: AuditSubject(id))
    }

    func deleteForm(_ patient: Patient, _ request: PageRequest) async throws(Failure) -> DeleteForm {
        let dependents = try await patients.findDependents(of: patient.id, for: request.caller)
        return DeleteForm(
            action: PatientPages.deleteAddress(patient.id), cancel: PatientPages.address(patient.id),
            version: patient.updatedAt, about: PatientName(patient: patient, language: request.language).html,
            goesAlong: dependents)
    }

    func remove(_ request: PageRequest) async throws(Failure) -> Flash {
        try await patients.delete(
            request.exchange.id(.patient), by: request.caller, expecting: request.expectedVersion)
        return Flash(.patientDeleted)
    }
}
