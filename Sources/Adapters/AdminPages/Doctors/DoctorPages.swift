import Application
import Domain
import HTTPTransport

/// `/admin/doctors/`
struct DoctorPages: Sendable {
    let useCases: UseCases

    var doctors: DoctorUseCases { useCases.doctors }

    func routes(_ entrance: Entrance) -> [Route] {
        [
            entrance.page("/admin/doctors/", get: list),
            entrance.page("/admin/doctors/new/", get: showNew, post: create, returning: .to(returnNew)),
            DoctorBulk(doctors: doctors).route(entrance, "/admin/doctors/bulk/"),
            entrance.page("/admin/doctors/{id}/", get: show),
            entrance.page("/admin/doctors/{id}/edit/", get: showEdit, post: change, returning: .to(returnEdit)),
            entrance.page("/admin/doctors/{id}/delete/", get: showDelete, post: delete, returning: .to(showDelete)),
        ]
    }

    static let home: Address = "/admin/doctors/"
    static func address(_ id: DoctorID) -> Address { "/admin/doctors/\(id)/" }
    static func editAddress(_ id: DoctorID) -> Address { "/admin/doctors/\(id)/edit/" }
    static func deleteAddress(_ id: DoctorID) -> Address { "/admin/doctors/\(id)/delete/" }

    private func show(_ request: PageRequest) async throws(Failure) -> Answer {
        let doctor = try await doctors.find(request.exchange.id(.doctor), for: request.caller)
        let work = try await DoctorWork(of: doctor.id, useCases, request)
        return DoctorPage(doctor: doctor, work: work, request: request).answer
    }
}
