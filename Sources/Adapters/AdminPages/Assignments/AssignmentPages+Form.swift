import Application
import Domain
import HTTPTransport

/// A new mapping, and changes of one.
extension AssignmentPages: RecordPages {
    var listAddress: Address { AssignmentPages.home }
    var listTitle: any Phrase { FramePhrase.mappings }

    func address(of shown: ShownAssignment) -> Address { AssignmentPages.address(shown.id) }
    func name(of shown: ShownAssignment, in language: Language) -> String { shown.name }
    var newTitle: any Phrase { AssignmentPhrase.newTitle }
    func editTitle(_ name: String) -> any Phrase { AssignmentPhrase.editTitle(name) }

    func expectMaking(_ request: PageRequest) async throws(Failure) { try await request.expect(.assignDoctor) }

    func expectChanging(_ request: PageRequest) async throws(Failure) {
        let id: AssignmentID = try request.exchange.id(.assignment)
        try await request.expect(.changeAssignment, on: AuditSubject(id))
    }

    func find(_ request: PageRequest) async throws(Failure) -> ShownAssignment {
        try await shown(request.exchange.id(.assignment), request)
    }

    func hasQuestion(_ request: PageRequest) -> Bool { PeopleSearch.isNeeded(by: request) }

    func complete(
        _ form: inout RecordForm, _ record: ShownAssignment?, _ request: PageRequest
    ) async throws(Failure) {
        _ = try await search.name(&form, for: request)
    }

    func make(_ request: PageRequest) async throws(Failure) -> Answer {
        let number = try await request.once({ (made: Assignment) in made.id.number }) { retry throws(Failure) in
            try await assignments.assign.once(retry, by: request.caller) { () throws(Failure) in
                var reader = request.exchange.form(of: request.form)
                return reader.assignmentForm(over: nil)
            }
        }
        guard let id = AssignmentID(number) else { throw .notFound(.assignment) }
        return request.leave(for: request.next ?? AssignmentPages.address(id), saying: Flash(.mappingMade))
    }

    func save(_ request: PageRequest) async throws(Failure) -> Answer {
        let id: AssignmentID = try request.exchange.id(.assignment)
        _ = try await assignments.change(id, by: request.caller, expecting: request.expectedVersion) {
            present throws(Failure) in
            var reader = request.exchange.form(of: request.form)
            return reader.assignmentForm(over: present)
        }
        return request.leave(for: AssignmentPages.address(id), saying: Flash(.mappingChanged))
    }

    func newForm(_ request: PageRequest) -> RecordForm {
        var form = RecordForm(
            groups: AssignmentPages.groups, action: "/admin/mappings/new/",
            cancel: request.next ?? AssignmentPages.home)
        form.values[.patient] = request.address["patient"] ?? ""
        form.values[.doctor] = request.address["doctor"] ?? ""
        form.values[.status] = AssignmentStatus.active.rawValue
        form.related = AssignmentPages.related
        form.key = request.formKey
        form.hidden = request.next.map { [FormPair("next", $0.text)] } ?? []
        return form
    }

    func editForm(_ shown: ShownAssignment, _ request: PageRequest) -> RecordForm {
        var form = RecordForm(
            groups: AssignmentPages.groups, action: AssignmentPages.editAddress(shown.id),
            cancel: AssignmentPages.address(shown.id),
            values: FormValues(shown.assignment, .assignment, AssignmentFields.all, in: request.time),
            version: shown.assignment.updatedAt)
        form.related = AssignmentPages.related
        form.related[.patient]?.chosen = shown.patient
        form.related[.doctor]?.chosen = shown.doctor
        return form
    }

    private static let related = [
        Field.patient: RelatedField(source: PersonKind.patient.source),
        .doctor: RelatedField(source: PersonKind.doctor.source),
    ]

    private static let groups = [
        RecordForm.Group(AssignmentPhrase.people, [.patient, .doctor], of: AssignmentFields.all),
        RecordForm.Group(AssignmentPhrase.care, [.status, .reasonForAssignment, .notes], of: AssignmentFields.all),
    ]
}
