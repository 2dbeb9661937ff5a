import Application
import Domain
import HTTPTransport

extension DoctorPages {
    func showDelete(_ request: PageRequest) async throws(Failure) -> Answer {
        let id: DoctorID = try request.exchange.id(.doctor)
        let dependents = try await doctors.findDependents(of: id, for: request.caller)
        let doctor = try await doctors.find(id, for: request.caller)
        let (say, name) = (request.language, DoctorName.text(doctor))
        let form = DeleteForm(
            action: DoctorPages.deleteAddress(id), cancel: DoctorPages.address(id), version: doctor.updatedAt,
            about: DoctorName(doctor: doctor).html, goesAlong: dependents)
        let title = say(DoctorPhrase.deleteTitle(name))
        let head = PageHead(
            title: "\(title)",
            trail: [(DoctorPages.home, say(FramePhrase.doctors)), (DoctorPages.address(id), name)])
        return request.page(title, head.html(in: say) + form.html(request), status: form.status(request))
    }

    func delete(_ request: PageRequest) async throws(Failure) -> Answer {
        // Whoever comes back from signing in is asked again.
        if request.isDraft { return try await showDelete(request) }
        do throws(Failure) {
            try await doctors.delete(
                request.exchange.id(.doctor), by: request.caller, expecting: request.expectedVersion)
        } catch .outdated {
            return try await showDelete(request)
        }
        return request.leave(for: DoctorPages.home, saying: Flash(.doctorDeleted))
    }
}
