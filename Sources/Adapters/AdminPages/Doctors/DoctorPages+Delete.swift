import Application
import Domain
import HTTPTransport

extension DoctorPages: DeletablePages {
    func deleteTitle(_ name: String) -> any Phrase { DoctorPhrase.deleteTitle(name) }

    func expectDeleting(_ request: PageRequest) async throws(Failure) {
        let id: DoctorID = try request.exchange.id(.doctor)
        try await request.expect(.deleteDoctor, on: AuditSubject(id))
    }

    func deleteForm(_ doctor: Doctor, _ request: PageRequest) async throws(Failure) -> DeleteForm {
        let dependents = try await doctors.findDependents(of: doctor.id, for: request.caller)
        return DeleteForm(
            action: DoctorPages.deleteAddress(doctor.id), cancel: DoctorPages.address(doctor.id),
            version: doctor.updatedAt, about: DoctorName(doctor: doctor).html, goesAlong: dependents)
    }

    func remove(_ request: PageRequest) async throws(Failure) -> Flash {
        try await doctors.delete(
            request.exchange.id(.doctor), by: request.caller, expecting: request.expectedVersion)
        return Flash(.doctorDeleted)
    }
}
