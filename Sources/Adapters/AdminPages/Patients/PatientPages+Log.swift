import Application
import Domain
import HTTPTransport

/// The whole history of a patient's record, page by page.
extension PatientPages {
    func showHistory(_ request: PageRequest) async throws(Failure) -> Answer {
        try await log(request, AuditAction.changesOfRecords, PatientPhrase.changes, .noChanges)
    }

    func showAccess(_ request: PageRequest) async throws(Failure) -> Answer {
        try await log(request, [], PatientPhrase.access, .noChanges)
    }

    private func log(
        _ request: PageRequest, _ actions: Set<AuditAction>, _ title: PatientPhrase, _ empty: PatientPhrase
    ) async throws(Failure) -> Answer {
        let id: PatientID = try request.exchange.id(.patient)
        var reader = ParameterReader(request.exchange.query)
        var query = reader.accessLogQuery()
        query.actions = actions
        query.page.size = ListPageView<PatientAccess, AuditSortKey>.pageSize
        let page = try await useCases.audit.listAccessLog(id, query, check: reader.check, for: request.caller)
        let patient = try await patients.find.toName(id, for: request.caller)
        let (say, name) = (request.language, PatientName.text(patient))
        let head = PageHead(
            title: "\(say(title))",
            trail: [(PatientPages.home, say(PatientPhrase.patients)), (PatientPages.address(id), name)])
        let person: HTML = "<p>\(PatientName(patient: patient, language: say).html)</p>"
        let rows = AccessList(rows: page.rows, empty: empty, request: request).html
        let pager = Pager(page: page, address: request.address, language: say).html
        return request.page(
            "\(say(title)) · \(name)",
            head.html(in: say) + person + "<div class=\"card\">\(rows)</div>" + pager)
    }
}
