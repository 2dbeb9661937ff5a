import Application
import Domain
import HTTPTransport

/// `/admin/patients/`
struct PatientPages: Sendable {
    let patients: PatientUseCases

    func routes(_ entrance: Entrance) -> [Route] {
        [
            entrance.page("/admin/patients/", get: list),
            entrance.page("/admin/patients/new/", get: showNew, post: register),
            entrance.page("/admin/patients/{id}/", get: show),
            entrance.page("/admin/patients/{id}/edit/", get: showEdit, post: change),
            entrance.page("/admin/patients/{id}/delete/", get: showDelete, post: delete),
        ]
    }

    static let home: Address = "/admin/patients/"
    static func address(_ id: PatientID) -> Address { "/admin/patients/\(id)/" }
    static func editAddress(_ id: PatientID) -> Address { "/admin/patients/\(id)/edit/" }
    static func deleteAddress(_ id: PatientID) -> Address { "/admin/patients/\(id)/delete/" }

    private func show(_ request: PageRequest) async throws(Failure) -> Answer {
        let patient = try await patients.find(request.exchange.id(.patient), for: request.caller)
        return PatientPage(patient: patient, request: request).answer
    }
}
