import Application
import Domain
import HTTPTypes

/// `/api/accounts/`
struct AdministrationEndpoints: Sendable {
    let administration: AdministrationUseCases

    func list(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        var parameters = ParameterReader(exchange.query)
        let query = parameters.accountQuery()
        let page = try await administration.list.inParts(query, check: parameters.check, for: caller)
        return .list(page, at: exchange.address, as: .account)
    }

    func create(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let read = { () throws(Failure) in
            var form = try exchange.form()
            return form.newAccountForm()
        }
        return try await exchange.create { account in
            .record(account.tag, status: .created) { $0.account(account) }
        } make: { () async throws(Failure) in
            try await administration.create(by: caller, read)
        } once: { retry async throws(Failure) in
            try await administration.create.once(retry, by: caller, read)
        }
    }

    func find(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let account = try await administration.find(exchange.id(.account), for: caller)
        return try exchange.answer(account.tag) { $0.account(account) }
    }

    func change(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        let sent = exchange.changeForm()
        let account = try await administration.change(
            exchange.id(.account), by: caller, expecting: exchange.expectedVersion
        ) { present throws(Failure) in
            var form = try sent.get()
            return form.accountForm(over: present)
        }
        return .record(account.tag) { $0.account(account) }
    }

    func endSessions(_ exchange: Exchange, _ caller: Caller) async throws(Failure) -> Answer {
        try await administration.endSessions(of: exchange.id(.account), by: caller)
        return .noContent
    }
}

extension Account {
    /// A sign-in makes another answer of the same version.
    fileprivate var tag: EntityTag {
        EntityTag(version: updatedAt, variant: lastSignIn.map { String($0.microseconds) } ?? "")
    }
}
