import Application
import Domain
import HTTPTransport
import HTTPTypes

/// What is asked once more before it is done to an account.
extension AccountPages {
    func askToEndSessions(_ request: PageRequest) async throws(Failure) -> Answer {
        try await ask(request, .endSessions, .endSessionsQuestion, action: AccountPages.sessionsAddress)
    }

    func endSessions(_ request: PageRequest) async throws(Failure) -> Answer {
        let id: AccountID = try request.exchange.id(.account)
        try await administration.endSessions(of: id, by: request.caller)
        return request.leave(for: AccountPages.address(id), saying: Flash(.sessionsEnded))
    }

    func askToReset(_ request: PageRequest) async throws(Failure) -> Answer {
        try await ask(request, .resetFactor, .resetQuestion, action: AccountPages.factorAddress)
    }

    func reset(_ request: PageRequest) async throws(Failure) -> Answer {
        let id: AccountID = try request.exchange.id(.account)
        do throws(Failure) {
            try await administration.resetSecondFactor(of: id, by: request.caller)
        } catch .conflict(let conflict) {
            return try await ask(
                request, .resetFactor, .resetQuestion, action: AccountPages.factorAddress,
                refusal: request.language(conflict))
        } catch .invalid(let errors) {
            let refusal = errors.map { request.language($0.reason) }.joined(separator: " ")
            return try await ask(
                request, .resetFactor, .resetQuestion, action: AccountPages.factorAddress, refusal: refusal)
        }
        return request.leave(for: AccountPages.address(id), saying: Flash(.secondFactorReset))
    }

    /// - Parameter refusal: why it was not done.
    private func ask(
        _ request: PageRequest, _ title: AccountPhrase, _ question: AccountPhrase,
        action: (AccountID) -> Address, refusal: String? = nil
    ) async throws(Failure) -> Answer {
        let account = try await administration.find(request.exchange.id(.account), for: request.caller)
        let say = request.language
        let head = PageHead(
            title: "\(say(title))",
            trail: [
                (AccountPages.home, say(FramePhrase.accounts)),
                (AccountPages.address(account.id), account.username.text),
            ])
        let form: HTML = """
            \(refusal.map(Notice.bad) ?? .empty)
            <p>\(AccountName(account: account).html)</p>
            <p>\(say(question))</p>
            <form class="form" method="post" action="\(action(account.id))">\(request.csrfField)
            <div class="form-end"><button class="button button-danger">\(say(title))</button>\
            <a class="button button-quiet" href="\(AccountPages.address(account.id))">\(say(FormPhrase.cancel))</a></div>
            </form>
            """
        return request.page(say(title), head.html(in: say) + form, status: refusal == nil ? .ok : .badRequest)
    }
}
