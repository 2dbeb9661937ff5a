import Application
import Domain
import HTTPTransport

/// A new record.
extension RecordPages {
    func showNew(_ request: PageRequest) async throws(Failure) -> Answer {
        try await expectMaking(request)
        var form = newForm(request)
        try await complete(&form, nil, request)
        return newPage(form, request)
    }

    func create(_ request: PageRequest) async throws(Failure) -> Answer {
        guard !hasQuestion(request) else { return try await returnNew(request) }
        try await expectMaking(request)
        do throws(Failure) {
            return try await make(request)
        } catch {
            var form = typedForm(request)
            try await complete(&form, nil, request)
            form = try form.refused(error)
            try await explain(error, in: &form, nil, request)
            return newPage(form, request)
        }
    }

    /// The form as it was typed.
    func returnNew(_ request: PageRequest) async throws(Failure) -> Answer {
        try await expectMaking(request)
        var form = typedForm(request)
        try await complete(&form, nil, request)
        return newPage(form, request)
    }

    private func typedForm(_ request: PageRequest) -> RecordForm {
        var form = newForm(request)
        form.take(request)
        return form
    }

    private func newPage(_ form: RecordForm, _ request: PageRequest) -> Answer {
        page(form, request.language.text(newTitle), [], request)
    }

    /// A page with a form, below the list and what else is above it.
    func page(
        _ form: RecordForm, _ title: String, _ above: [(address: Address, text: String)], _ request: PageRequest
    ) -> Answer {
        let head = PageHead(title: "\(title)", trail: [(listAddress, request.language.text(listTitle))] + above)
        return request.page(title, head.html(in: request.language) + form.html(request), status: form.status)
    }
}
