import Application
import Domain
import HTTPTransport

/// A new mapping, and changes of one.
extension AssignmentPages {
    func showNew(_ request: PageRequest) async throws(Failure) -> Answer {
        guard request.offers(.assignDoctor) else { throw .notAllowed }
        var form = newForm(request)
        form.values[.patient] = request.address["patient"] ?? ""
        form.values[.doctor] = request.address["doctor"] ?? ""
        form.values[.status] = AssignmentStatus.active.rawValue
        _ = try await search.name(&form, for: request)
        return page(form, request.language(AssignmentPhrase.newTitle), request)
    }

    func assign(_ request: PageRequest) async throws(Failure) -> Answer {
        var form = newForm(request)
        form.values = FormValues(request.form)
        form.isDraft = request.isDraft
        let isClear = try await search.name(&form, for: request)
        if isClear, !request.isDraft {
            do throws(Failure) {
                let id = try await assigned(by: request)
                return request.leave(for: request.next ?? AssignmentPages.address(id), saying: Flash(.mappingMade))
            } catch {
                form = try form.refused(error)
            }
        }
        return page(form, request.language(AssignmentPhrase.newTitle), request)
    }

    private func assigned(by request: PageRequest) async throws(Failure) -> AssignmentID {
        let number = try await request.once({ (made: Assignment) in made.id.number }) { retry throws(Failure) in
            try await assignments.assign.once(retry, by: request.caller) { () throws(Failure) in
                var reader = request.exchange.form(of: request.form)
                return reader.assignmentForm(over: nil)
            }
        }
        guard let id = AssignmentID(number) else { throw .notFound(.assignment) }
        return id
    }

    func showEdit(_ request: PageRequest) async throws(Failure) -> Answer {
        guard request.offers(.changeAssignment) else { throw .notAllowed }
        let shown = try await shown(request.exchange.id(.assignment), request)
        return editPage(editForm(shown, request), shown, request)
    }

    func change(_ request: PageRequest) async throws(Failure) -> Answer {
        let id: AssignmentID = try request.exchange.id(.assignment)
        var typed = RecordForm(groups: AssignmentPages.groups, action: request.address, cancel: request.address)
        typed.values = FormValues(request.form)
        typed.related = AssignmentPages.related
        let isClear = try await search.name(&typed, for: request)
        guard isClear, !request.isDraft else { return try await editPage(of: id, typed, nil, request) }
        do throws(Failure) {
            _ = try await assignments.change(id, by: request.caller, expecting: request.expectedVersion) {
                present throws(Failure) in
                var reader = request.exchange.form(of: request.form)
                return reader.assignmentForm(over: present)
            }
            return request.leave(for: AssignmentPages.address(id), saying: Flash(.mappingChanged))
        } catch {
            return try await editPage(of: id, typed, error, request)
        }
    }

    /// The form as it was typed, beside what somebody else saved meanwhile.
    private func editPage(
        of id: AssignmentID, _ typed: RecordForm, _ failure: Failure?, _ request: PageRequest
    ) async throws(Failure) -> Answer {
        let shown = try await shown(id, request)
        var form = editForm(shown, request)
        if request.shownVersion != shown.assignment.updatedAt { form.present = form.values }
        (form.values, form.related, form.errors) = (typed.values, typed.related, typed.errors)
        form.isDraft = request.isDraft
        if let failure, failure != .outdated { form = try form.refused(failure) }
        return editPage(form, shown, request)
    }

    private func editPage(_ form: RecordForm, _ shown: ShownAssignment, _ request: PageRequest) -> Answer {
        page(
            form, request.language(AssignmentPhrase.editTitle(shown.name)), request,
            [(AssignmentPages.address(shown.id), shown.name)])
    }

    private func page(
        _ form: RecordForm, _ title: String, _ request: PageRequest, _ trail: [(Address, String)] = []
    ) -> Answer {
        let say = request.language
        let above = [(AssignmentPages.home, say(FramePhrase.mappings))] + trail
        let head = PageHead(title: "\(title)", trail: above.map { (address: $0.0, text: $0.1) })
        return request.page(title, head.html(in: say) + form.html(request), status: form.status)
    }

    private func newForm(_ request: PageRequest) -> RecordForm {
        var form = RecordForm(
            groups: AssignmentPages.groups, action: "/admin/mappings/new/",
            cancel: request.next ?? AssignmentPages.home)
        form.related = AssignmentPages.related
        form.key = request.formKey
        form.hidden = request.next.map { [FormPair("next", $0.text)] } ?? []
        return form
    }

    private func editForm(_ shown: ShownAssignment, _ request: PageRequest) -> RecordForm {
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
        RecordForm.Group(title: AssignmentPhrase.people, fields: all(of: [.patient, .doctor])),
        RecordForm.Group(
            title: AssignmentPhrase.care, fields: all(of: [.status, .reasonForAssignment, .notes])),
    ]

    private static func all(of fields: [Field]) -> [any FieldDeclaration] {
        fields.compactMap { field in AssignmentFields.all.first { $0.field == field } }
    }
}
