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

    func routes(_ entrance: Entrance) -> [Route] {
        [
            entrance.page("/admin/appointments/new/", get: showNew, post: book),
            entrance.page(AppointmentPages.stepAddress.text, get: { $0.leave(for: TodayPages.home) }, post: takeStep),
            entrance.page("/admin/appointments/{id}/", get: show),
            entrance.page("/admin/appointments/{id}/edit/", get: showEdit, post: change),
            entrance.page("/admin/appointments/{id}/status/", get: show, post: changeStatus),
            entrance.page("/admin/appointments/{id}/delete/", get: showDelete, post: delete),
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
        try await withPeople(try await appointments.find(id, for: request.caller), request)
    }

    func withPeople(_ appointment: Appointment, _ request: PageRequest) async throws(Failure) -> ShownAppointment {
        let details = appointment.details
        return ShownAppointment(
            appointment, try await doctor(details.doctor, request), try await patient(details.patient, request))
    }

    /// `nil` for one who may not be seen.
    func patient(_ id: PatientID, _ request: PageRequest) async throws(Failure) -> Patient? {
        do {
            return try await patients.find(id, for: request.caller)
        } catch .notFound {
            return nil
        }
    }

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

extension PageRequest {
    /// The way back to the page from which a form came, at this appointment; to its own page when that is not known.
    func leave(backTo id: AppointmentID, saying flash: Flash? = nil) -> Answer {
        guard let next = form["next"].flatMap({ Address(next: $0) }) else {
            return leave(for: AppointmentPages.address(id), saying: flash)
        }
        var answer = leave(for: next, saying: flash)
        answer.headers[.location] = "\(next.text)#appointment-\(id.number)"
        return answer
    }

    /// Where a form or a link came from, as far as that is a page of ours.
    var next: Address? { (form["next"] ?? address["next"]).flatMap { Address(next: $0) } ?? day }

    /// The board or the calendar from which a link was followed. Theirs are so many that they do not say it themselves.
    private var day: Address? {
        guard form.isEmpty, let origin = exchange.authority, let referrer = exchange.headers[.referer] else {
            return nil
        }
        let opening = ["http://", "https://"].map { "\($0)\(origin)" }.first { referrer.hasPrefix($0 + "/") }
        guard let opening, let from = Address(next: String(referrer.dropFirst(opening.count))) else { return nil }
        return [TodayPages.home.path, CalendarState.home.path].contains(from.path) ? from : nil
    }
}
