import Application
import Domain
import HTTPTransport

/// `/admin/patients/`
struct PatientPages: Sendable {
    let useCases: UseCases

    var patients: PatientUseCases { useCases.patients }
    var search: PeopleSearch { PeopleSearch(patients: patients, doctors: useCases.doctors) }

    func routes(_ entrance: Entrance) -> [Route] {
        [
            entrance.page("/admin/patients/", get: list),
            entrance.page("/admin/patients/new/", get: showNew, post: register),
            entrance.page("/admin/patients/bulk/", post: PatientBulk(patients: patients).take),
            entrance.page("/admin/patients/{id}/", get: show),
            entrance.page("/admin/patients/{id}/history/", get: showHistory),
            entrance.page("/admin/patients/{id}/access/", get: showAccess),
            entrance.page("/admin/patients/{id}/edit/", get: showEdit, post: change),
            entrance.page("/admin/patients/{id}/delete/", get: showDelete, post: delete),
        ]
    }

    static let home: Address = "/admin/patients/"
    static func address(_ id: PatientID) -> Address { "/admin/patients/\(id)/" }
    static func editAddress(_ id: PatientID) -> Address { "/admin/patients/\(id)/edit/" }
    static func deleteAddress(_ id: PatientID) -> Address { "/admin/patients/\(id)/delete/" }
    static func historyAddress(_ id: PatientID) -> Address { "/admin/patients/\(id)/history/" }
    static func accessAddress(_ id: PatientID) -> Address { "/admin/patients/\(id)/access/" }

    private func show(_ request: PageRequest) async throws(Failure) -> Answer {
        let patient = try await patients.find(request.exchange.id(.patient), for: request.caller)
        let around = try await PatientSurroundings(of: patient.id, useCases, request)
        return PatientPage(patient: patient, around: around, request: request).answer
    }
}
