import Application
import Domain
import HTTPTransport
import HTTPTypes

extension AccountPages {
    func list(_ request: PageRequest) async throws(Failure) -> Answer {
        var reader = ParameterReader(request.exchange.query)
        var query = reader.accountQuery()
        let (check, caller) = (reader.check, request.caller)
        if request.asksForCSV {
            return try await request.export("accounts", query, Shape.account) { query async throws(Failure) in
                try await administration.list(query, check: check, for: caller)
            }
        }
        query.page.size = ListPageView<Account, AccountSortKey>.pageSize
        do throws(Failure) {
            return listPage(try await administration.list(query, check: check, for: caller), [], request)
        } catch .invalid(let errors) {
            return listPage(nil, errors, request)
        }
    }

    private func listPage(
        _ page: ListPage<Account, AccountSortKey>?, _ errors: [FieldError], _ request: PageRequest
    ) -> Answer {
        let say = request.language
        let title = say(FramePhrase.accounts)
        var list = ListPageView(
            address: request.address, language: say, title: title, filters: AccountPages.filters,
            columns: columns(request.time), page: page, errors: errors)
        list.bulk = AccountBulk(administration: administration).choice(request) { account, _ in
            (account.id.number, "\(account.username.text), #\(account.id.number)")
        }
        list.csrf = request.csrfField
        let new: HTML = """
            <a class="button button-primary" href="/admin/accounts/new/" data-key="n" aria-keyshortcuts="n">\
            \(say(AccountPhrase.new))</a>
            """
        let head = PageHead(title: "\(title)", actions: [new])
        return request.page(title, head.html(in: say) + list.html, status: errors.isEmpty ? .ok : .badRequest)
    }

    private static let filters = [
        ListFilter(field: .role, kind: .choice(codes(of: .role))),
        ListFilter(field: .isActive, kind: .boolean),
    ]

    /// The codes that one of an account's members can have.
    private static func codes(of field: Field) -> [String] {
        let declaration = AdministrationFields.change.first { $0.field == field }
        guard case .choice(let codes) = declaration?.input else { return [] }
        return codes
    }

    private func columns(_ time: ClinicTime) -> [ListColumn<Account, AccountSortKey>] {
        [
            ListColumn(Field.username, by: .username, isHead: true) { account, _ in AccountName(account: account).html
            },
            ListColumn(Field.role) { "\($1($0.role))" },
            ListColumn(Field.email) { account, _ in "\(account.profile.email.text)" },
            ListColumn(AccountPhrase.state) { AccountPages.state(of: $0, in: $1) },
            ListColumn(AccountPhrase.lastSignIn) { account, language in
                "\(account.lastSignIn.map { language.moment($0, in: time) } ?? language(AccountPhrase.never))"
            },
            ListColumn(AccountPhrase.created, by: .createdAt) { "\($1.moment($0.createdAt, in: time))" },
        ]
    }

    private static func state(of account: Account, in language: Language) -> HTML {
        let isActive: HTML =
            account.isActive
            ? "<span class=\"badge badge-good\">\(language(AccountPhrase.active))</span>"
            : "<span class=\"badge badge-bad\">\(language(AccountPhrase.disabled))</span>"
        let duty = HTML.when(
            account.mustChangePassword,
            " <span class=\"badge badge-warn\">\(language(Field.mustChangePassword))</span>")
        return isActive + duty
    }
}
