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
            entrance.page("/admin/patients/new/", get: showNew, post: create, returning: .to(returnNew)),
            entrance.page(
                PatientPages.bulkAddress.text, get: { $0.leave(for: PatientPages.home) }, post: choose,
                returning: .to(askAgain)),
            entrance.page("/admin/patients/{id}/", get: show),
            entrance.page("/admin/patients/{id}/history/", get: showHistory),
            entrance.page("/admin/patients/{id}/access/", get: showAccess),
            entrance.page("/admin/patients/{id}/edit/", get: showEdit, post: change, returning: .to(returnEdit)),
            entrance.page("/admin/patients/{id}/delete/", get: showDelete, post: delete, returning: .to(showDelete)),
        ]
    }

    static let home: Address = "/admin/patients/"
    static let bulkAddress: Address = "/admin/patients/bulk/"
    static func address(_ id: PatientID) -> Address { "/admin/patients/\(id)/" }
    static func editAddress(_ id: PatientID) -> Address { "/admin/patients/\(id)/edit/" }
    static func deleteAddress(_ id: PatientID) -> Address { "/admin/patients/\(id)/delete/" }
    static func historyAddress(_ id: PatientID) -> Address { "/admin/patients/\(id)/history/" }
    static func accessAddress(_ id: PatientID) -> Address { "/admin/patients/\(id)/access/" }

    /// What is done to the rows that were chosen from the list: a file is made of them, or something else.
    private func choose(_ request: PageRequest) async throws(Failure) -> Answer {
        guard request.form["action"] == PatientExport.deed else {
            return try await PatientBulk(patients: patients).bulk(request)
        }
        return try await PatientExport(patients: patients).take(request)
    }

    private func askAgain(_ request: PageRequest) async throws(Failure) -> Answer {
        guard request.form["action"] == PatientExport.deed else {
            return try await PatientBulk(patients: patients).askAgain(request)
        }
        return try await PatientExport(patients: patients).ask(request)
    }

    private func show(_ request: PageRequest) async throws(Failure) -> Answer {
        let patient = try await patients.find(request.exchange.id(.patient), for: request.caller)
        let around = try await PatientSurroundings(of: patient.id, useCases, request)
        return PatientPage(patient: patient, around: around, request: request).answer
    }
}
