import Application
import Domain
import HTTPTransport

/// `/admin/mappings/`
struct AssignmentPages: Sendable {
    let useCases: UseCases

    var assignments: AssignmentUseCases { useCases.assignments }
    var search: PeopleSearch { PeopleSearch(patients: useCases.patients, doctors: useCases.doctors) }

    func routes(_ entrance: Entrance) -> [Route] {
        [
            entrance.page("/admin/mappings/", get: list),
            entrance.page("/admin/mappings/new/", get: showNew, post: create, returning: .to(returnNew)),
            AssignmentBulk(pages: self).route(entrance, "/admin/mappings/bulk/"),
            entrance.page("/admin/mappings/{id}/", get: show),
            entrance.page("/admin/mappings/{id}/edit/", get: showEdit, post: change, returning: .to(returnEdit)),
            entrance.page("/admin/mappings/{id}/delete/", get: showDelete, post: delete, returning: .to(showDelete)),
        ]
    }

    static let home: Address = "/admin/mappings/"
    static func address(_ id: AssignmentID) -> Address { "/admin/mappings/\(id)/" }
    static func editAddress(_ id: AssignmentID) -> Address { "/admin/mappings/\(id)/edit/" }
    static func deleteAddress(_ id: AssignmentID) -> Address { "/admin/mappings/\(id)/delete/" }

    /// A mapping with the people whom it joins.
    func shown(_ id: AssignmentID, _ request: PageRequest) async throws(Failure) -> ShownAssignment {
        let found = try await assignments.findWithPeople(id, for: request.caller)
        return ShownAssignment(
            assignment: found.assignment, patient: RelatedField.Choice(found.patient, request.language),
            doctor: RelatedField.Choice(found.doctor))
    }

    private func show(_ request: PageRequest) async throws(Failure) -> Answer {
        let shown = try await shown(request.exchange.id(.assignment), request)
        return AssignmentPage(shown: shown, request: request).answer
    }
}

/// A mapping with what the people whom it joins are called.
struct ShownAssignment: Sendable {
    let assignment: Assignment
    let patient: RelatedField.Choice
    let doctor: RelatedField.Choice

    var id: AssignmentID { assignment.id }

    /// Who is mapped to whom, in a line.
    var name: String { "\(patient.name) – \(doctor.name)" }

    /// The two, each with what distinguishes them and a link to their page.
    var html: HTML {
        "\(link(patient, PatientPages.address(assignment.details.patient))) – \(link(doctor, DoctorPages.address(assignment.details.doctor)))"
    }

    func link(_ person: RelatedField.Choice, _ address: Address) -> HTML {
        """
        <span class="person"><a class="person-name" href="\(address)">\(person.name)</a> \
        <span class="person-marks">\(person.marks)</span></span>
        """
    }
}
