import Application
import Domain
import HTTPTransport

/// Changes of a record.
extension RecordPages {
    func showEdit(_ request: PageRequest) async throws(Failure) -> Answer {
        try await expectChanging(request)
        let record = try await find(request)
        var form = editForm(record, request)
        try await complete(&form, record, request)
        return editPage(form, record, request)
    }

    func change(_ request: PageRequest) async throws(Failure) -> Answer {
        guard !hasQuestion(request) else { return try await returnEdit(request) }
        try await expectChanging(request)
        do throws(Failure) {
            return try await save(request)
        } catch {
            // Nobody types over a record that is not there.
            if case .notFound = error { throw error }
            return try await editPage(refusing: error, request)
        }
    }

    /// The form as it was typed.
    func returnEdit(_ request: PageRequest) async throws(Failure) -> Answer {
        try await expectChanging(request)
        return try await editPage(refusing: nil, request)
    }

    /// The form as it was typed, beside what somebody else saved meanwhile, with what is wrong about it.
    private func editPage(refusing failure: Failure?, _ request: PageRequest) async throws(Failure) -> Answer {
        let record = try await find(request)
        var form = editForm(record, request)
        form.take(request)
        try await complete(&form, record, request)
        if let failure, failure != .outdated {
            form = try form.refused(failure)
            try await explain(failure, in: &form, record, request)
        }
        return editPage(form, record, request)
    }

    private func editPage(_ form: RecordForm, _ record: Record, _ request: PageRequest) -> Answer {
        let name = name(of: record, in: request.language)
        return page(form, request.language.text(editTitle(name)), [(address(of: record), name)], request)
    }
}
