import Application
import Domain
import HTTPTransport
import HTTPTypes

/// The audit trail as a list.
extension ActivityPages {
    func listTrail(_ request: PageRequest) async throws(Failure) -> Answer {
        let question = try await ListQuestion(request, ActivityPages.filters, people)
        guard question.isClear else { return page(nil, question, [], request) }
        var reader = ParameterReader(question.parameters)
        var query = reader.auditQuery()
        // Days are those of the clinic, and the last one is meant with all of its hours.
        if let day = request.address["from"].flatMap({ CalendarDate($0) }) {
            query.from = request.time.day(day).lowerBound
        }
        if let day = request.address["to"].flatMap({ CalendarDate($0) }) { query.to = request.time.day(day).upperBound }
        let (check, caller) = (reader.check, request.caller)
        if request.asksForCSV {
            return try await request.export("audit", query, Shape.auditEvent) { query async throws(Failure) in
                try await audit.listTrail(query, check: check, for: caller)
            }
        }
        query.page.size = ListPageView<NamedAuditEntry, AuditSortKey>.pageSize
        do throws(Failure) {
            let found = try await audit.listTrail.withUsernames(query, check: check, for: caller)
            return page(found, question, [], request)
        } catch .invalid(let errors) {
            return page(nil, question, errors, request)
        }
    }

    private func page(
        _ page: ListPage<NamedAuditEntry, AuditSortKey>?, _ question: ListQuestion, _ errors: [FieldError],
        _ request: PageRequest
    ) -> Answer {
        let say = request.language
        let title = say(ActivityPhrase.trail)
        let list = ListPageView(
            address: request.address, language: say, title: title, filters: ActivityPages.filters,
            columns: columns(request.time), page: page, errors: errors, hasSearch: false, question: question)
        let head = PageHead(title: "\(title)", trail: [(ActivityPages.home, say(FramePhrase.activity))])
        return request.page(
            title, head.html(in: say) + ActivityTabs(language: say, isTrail: true).html + list.html,
            status: errors.isEmpty ? .ok : .badRequest)
    }

    private static let filters = [
        ListFilter(field: .account, kind: .text),
        .person(.patient),
        ListFilter(field: .action, kind: .choice(AuditAction.allCases.map(\.rawValue))),
        ListFilter(field: .from, kind: .date),
        ListFilter(field: .to, kind: .date),
    ]

    private func columns(_ time: ClinicTime) -> [ListColumn<NamedAuditEntry, AuditSortKey>] {
        [
            ListColumn(ActivityPhrase.at, by: .at, isHead: true) { "\($1.moment($0.kept.entry.at, in: time))" },
            ListColumn(Field.account) { named, language in ActivityPages.account(of: named, in: language) },
            ListColumn(Field.action) { named, language in
                "\(language.choice(named.kept.entry.action, of: .action))\(ActivityPages.outcome(of: named, in: language))"
            },
            ListColumn(ActivityPhrase.record) { named, language in ActivityPages.record(of: named, in: language) },
            ListColumn(FramePhrase.patients) { named, _ in ActivityPages.patients(of: named) },
            ListColumn(ActivityPhrase.changed) { named, language in
                "\(named.kept.entry.changedCodes.map { ActivityPages.fieldName($0, in: language) }.joined(separator: ", "))"
            },
            ListColumn(OwnAccountPhrase.network) { named, _ in "\(named.kept.entry.address)" },
        ]
    }

    private static func account(of named: NamedAuditEntry, in language: Language) -> HTML {
        guard let number = named.kept.entry.account, let id = AccountID(number) else {
            return "<span class=\"soft\">\(language(ActivityPhrase.nobody))</span>"
        }
        let role = Role(rawValue: named.kept.entry.role).map { "\(language($0)) · " } ?? ""
        return """
            <span class="person"><a class="person-name" href="\(AccountPages.address(id))">\
            \(named.username?.text ?? "#\(number)")</a> <span class="person-marks">\(role)#\(number)</span></span>
            """
    }

    private static func outcome(of named: NamedAuditEntry, in language: Language) -> HTML {
        let code = named.kept.entry.outcome
        guard code != AuditOutcome.done.rawValue else { return .empty }
        let text = AuditOutcome(rawValue: code).map { language($0) } ?? code
        return " <span class=\"badge badge-warn\">\(text)</span>"
    }

    private static func record(of named: NamedAuditEntry, in language: Language) -> HTML {
        let entry = named.kept.entry
        guard let number = entry.record else { return .empty }
        return "\(language.choice(entry.recordKind, of: .record)) #\(number)"
    }

    /// So many are named; of more, how many there are.
    private static let mostNamed = 3

    private static func patients(of named: NamedAuditEntry) -> HTML {
        let ids = named.kept.entry.patients.compactMap { PatientID($0) }
        let links = ids.prefix(mostNamed).map { "<a href=\"\(PatientPages.address($0))\">#\($0.number)</a>" as HTML }
        let rest = ids.count - links.count
        return "\(links.joined(", "))\(HTML.when(rest > 0, " + \(rest)"))"
    }

    private static func fieldName(_ code: String, in language: Language) -> String {
        Field(rawValue: code).map { language($0) } ?? code
    }
}
