import Application
import Domain
import HTTPTransport

extension AssignmentPages: DeletablePages {
    func deleteTitle(_ name: String) -> any Phrase { AssignmentPhrase.deleteTitle(name) }

    func expectDeleting(_ request: PageRequest) async throws(Failure) {
        let id: AssignmentID = try request.exchange.id(.assignment)
        try await request.expect(.deleteAssignment, on: AuditSubject(id))
    }

    func deleteForm(_ shown: ShownAssignment, _ request: PageRequest) async throws(Failure) -> DeleteForm {
        DeleteForm(
            action: AssignmentPages.deleteAddress(shown.id), cancel: AssignmentPages.address(shown.id),
            version: shown.assignment.updatedAt, about: shown.html)
    }

    func remove(_ request: PageRequest) async throws(Failure) -> Flash {
        try await assignments.delete(
            request.exchange.id(.assignment), by: request.caller, expecting: request.expectedVersion)
        return Flash(.mappingDeleted)
    }
}
