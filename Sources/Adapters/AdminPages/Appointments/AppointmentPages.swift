import Application
import Domain
import HTTPTransport
import HTTPTypes

/// An appointment: booking it, changing it, what it is, and its end. The list of appointments is none of these.
struct AppointmentPages: Sendable {
    let appointments: AppointmentUseCases
    let patients: PatientUseCases
    let doctors: DoctorUseCases
    let clock: any WallClock

    var people: PeopleSearch { PeopleSearch(patients: patients, doctors: doctors) }

    func routes(_ entrance: Entrance) -> [Route] {
        [
            entrance.page("/admin/appointments/new/", get: showNew, post: create, returning: .to(returnNew)),
            entrance.page(
                AppointmentPages.stepAddress.text, get: { $0.leave(for: TodayPages.home) }, post: takeStep,
                returning: .to(returnStep)),
            entrance.page("/admin/appointments/{id}/", get: show),
            entrance.page("/admin/appointments/{id}/edit/", get: showEdit, post: change, returning: .to(returnEdit)),
            entrance.page(
                "/admin/appointments/{id}/status/", get: show, post: changeStatus, returning: .to(returnStatus)),
            entrance.page(
                "/admin/appointments/{id}/delete/", get: showDelete, post: delete, returning: .to(showDelete)),
        ]
    }

    static let home: Address = "/admin/appointments/"
    static let stepAddress: Address = "/admin/appointments/status/"
    static func address(_ id: AppointmentID) -> Address { "/admin/appointments/\(id)/" }
    static func editAddress(_ id: AppointmentID) -> Address { "/admin/appointments/\(id)/edit/" }
    static func statusAddress(_ id: AppointmentID) -> Address { "/admin/appointments/\(id)/status/" }
    static func deleteAddress(_ id: AppointmentID) -> Address { "/admin/appointments/\(id)/delete/" }

    /// The button that leads to the form for a new one, from which it goes back to where it stands.
    static func newLink(on date: CalendarDate, _ request: PageRequest) -> HTML {
        let address = ("/admin/appointments/new/" as Address).with("date", date.description)
            .with("next", request.address.text)
        return """
            <a class="button button-primary" href="\(address)" data-key="n" aria-keyshortcuts="n">\
            \(request.language(AppointmentPhrase.newAppointment))</a>
            """
    }

    /// An appointment with its people.
    func shown(_ id: AppointmentID, _ request: PageRequest) async throws(Failure) -> ShownAppointment {
        ShownAppointment(try await appointments.findWithPeople(id, for: request.caller))
    }

    /// `nil` when there is none.
    func doctor(_ id: DoctorID, _ request: PageRequest) async throws(Failure) -> Doctor? {
        do {
            return try await doctors.find(id, for: request.caller)
        } catch .notFound {
            return nil
        }
    }

    private func show(_ request: PageRequest) async throws(Failure) -> Answer {
        let shown = try await shown(request.exchange.id(.appointment), request)
        return AppointmentPage(shown: shown, request: request).answer
    }
}
