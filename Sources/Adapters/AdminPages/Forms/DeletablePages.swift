import Application
import Domain
import HTTPTransport

/// Pages that delete records of one kind.
protocol DeletablePages: RecordPages {
    /// - Parameter name: the record's.
    func deleteTitle(_ name: String) -> any Phrase

    /// Throws what is in the way of whoever wants to delete the record that the path names.
    func expectDeleting(_ request: PageRequest) async throws(Failure)

    /// The question whether this record is to be deleted.
    func deleteForm(_ record: Record, _ request: PageRequest) async throws(Failure) -> DeleteForm

    /// Deletes the record that the path names, in the version that the question showed.
    ///
    /// - Returns: what is said of it.
    func remove(_ request: PageRequest) async throws(Failure) -> Flash
}

extension DeletablePages {
    /// Whoever comes back from signing in is asked again, too.
    func showDelete(_ request: PageRequest) async throws(Failure) -> Answer {
        try await expectDeleting(request)
        let record = try await find(request)
        let form = try await deleteForm(record, request)
        let (say, name) = (request.language, name(of: record, in: request.language))
        let title = say.text(deleteTitle(name))
        let head = PageHead(
            title: "\(title)", trail: [(listAddress, say.text(listTitle)), (address(of: record), name)])
        return request.page(title, head.html(in: say) + form.html(request), status: form.status(request))
    }

    func delete(_ request: PageRequest) async throws(Failure) -> Answer {
        do throws(Failure) {
            return request.leave(for: listAddress, saying: try await remove(request))
        } catch .outdated {
            return try await showDelete(request)
        }
    }
}
