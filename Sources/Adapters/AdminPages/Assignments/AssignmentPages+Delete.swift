import Application
import Domain
import HTTPTransport

extension AssignmentPages {
    func showDelete(_ request: PageRequest) async throws(Failure) -> Answer {
        guard request.offers(.deleteAssignment) else { throw .notAllowed }
        let shown = try await shown(request.exchange.id(.assignment), request)
        let say = request.language
        let form = DeleteForm(
            action: AssignmentPages.deleteAddress(shown.id), cancel: AssignmentPages.address(shown.id),
            version: shown.assignment.updatedAt, about: shown.html)
        let title = say(AssignmentPhrase.deleteTitle(shown.name))
        let head = PageHead(
            title: "\(title)",
            trail: [
                (AssignmentPages.home, say(FramePhrase.mappings)), (AssignmentPages.address(shown.id), shown.name),
            ])
        return request.page(title, head.html(in: say) + form.html(request), status: form.status(request))
    }

    func delete(_ request: PageRequest) async throws(Failure) -> Answer {
        // Whoever comes back from signing in is asked again.
        if request.isDraft { return try await showDelete(request) }
        do throws(Failure) {
            try await assignments.delete(
                request.exchange.id(.assignment), by: request.caller, expecting: request.expectedVersion)
        } catch .outdated {
            return try await showDelete(request)
        }
        return request.leave(for: AssignmentPages.home, saying: Flash(.mappingDeleted))
    }
}
