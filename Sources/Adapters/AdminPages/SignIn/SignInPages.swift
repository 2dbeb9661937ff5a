import Application
import Domain
import HTTPTransport
import HTTPTypes

/// `/admin/login/` and what belongs to the beginning and the end of sessions.
struct SignInPages: Sendable {
    let entrance: Entrance

    private var accounts: AccountUseCases { entrance.useCases.accounts }

    var routes: [Route] {
        [
            open("/admin/login/", get: show, post: signIn),
            open("/admin/language/", get: { _ in .redirect(to: TodayPages.home.text) }, post: chooseLanguage),
            open("/admin/idle/", get: { _ in .redirect(to: SignInPages.home.text) }, post: endIdly),
            entrance.page(
                "/admin/logout/", get: { $0.leave(for: TodayPages.home) }, post: signOut, returning: .nowhere,
                serving: Set(Duty.allCases)),
            entrance.page("/admin/active/", get: { _ in .noContent }, serving: Set(Duty.allCases)),
        ]
    }

    static let home: Address = "/admin/login/"

    private typealias VisitHandler = @Sendable (Visit) async throws(Failure) -> Answer

    /// A page that asks for no session.
    private func open(_ path: String, get: @escaping VisitHandler, post: @escaping VisitHandler) -> Route {
        Route.page(path, [.get: handler(get), .post: handler(post)])
    }

    private func handler(_ page: @escaping VisitHandler) -> Route.Handler {
        { exchange in await answer(exchange, page) }
    }

    private func answer(_ exchange: Exchange, _ handler: VisitHandler) async -> Answer {
        let visit = Visit(exchange, entrance.settings)
        do throws(Failure) {
            return try await handler(visit)
        } catch {
            return visit.failurePage(error)
        }
    }

    private func show(_ visit: Visit) async throws(Failure) -> Answer {
        let next = visit.address["next"].flatMap { Address(next: $0) } ?? "/admin/"
        // Whoever was away too long, as the browser knows, is not led back with a session that lasts a moment more.
        if visit.address["idle"] == nil, let session = try await entrance.session(of: visit),
            entrance.useCases.policy.servesPages(to: session.caller)
        {
            return .redirect(to: next.text)
        }
        guard try await entrance.useCases.hasAdministrator() else { return firstAdministratorPage(visit) }
        var answer = entrance.signInForm(visit) { $0.next = next }
        answer.add(visit.cookies[.flash].flatMap { Flash($0) }, from: visit)
        return answer
    }

    private func firstAdministratorPage(_ visit: Visit) -> Answer {
        let say = visit.language
        return visit.alonePage(
            say(SignInPhrase.noAdministrator),
            """
            <h1>\(say(SignInPhrase.noAdministrator))</h1>
            <p>\(say(SignInPhrase.makeAdministrator))</p>
            <pre><code>clinic createsuperuser</code></pre>
            <p>\(say(SignInPhrase.thenSignIn)) <a href="/admin/login/">\(say(SignInPhrase.signIn))</a></p>
            """)
    }

    private func signIn(_ visit: Visit) async throws(Failure) -> Answer {
        let form = try visit.form()
        let next = form["next"].flatMap { Address(next: $0) } ?? "/admin/"
        switch try await entrance.signIn(visit, form) {
        case .refused(let answer): return answer
        case .signedIn(let signedIn):
            guard entrance.useCases.policy.servesPages(to: signedIn.caller) else {
                return try await entrance.dismiss(signedIn, visit)
            }
            var answer = Answer.redirect(to: next.text)
            answer.account = signedIn.caller.account
            answer.headers.append(contentsOf: signedIn.cookies)
            return answer
        }
    }

    private func signOut(_ request: PageRequest) async throws(Failure) -> Answer {
        try await entrance.end(request.caller)
        var answer = request.leave(for: SignInPages.home, saying: Flash(.signedOut))
        for cookie in [Cookie.session, .name] { answer.headers.append(request.visit.cookies.setting(cookie, nil)) }
        return answer
    }

    /// Whoever has a token of a form that was shown to this browser may choose. What was typed before stays.
    private func chooseLanguage(_ visit: Visit) async throws(Failure) -> Answer {
        let form = try visit.form()
        guard entrance.brings(form, visit) else { return visit.problemPage(.foreignForm, status: .forbidden) }
        let next = form["next"].flatMap { Address(next: $0) } ?? "/admin/"
        var visit = visit
        let chosen = form["language"].flatMap(Language.init)
        visit.language = chosen ?? visit.language
        var answer =
            form["draft"].map { entrance.signInForm(visit, keeping: $0, for: next) } ?? .redirect(to: next.text)
        if let chosen { answer.headers.append(visit.cookies.choosing(chosen.rawValue)) }
        return answer
    }

    /// What a script sends when nobody has done anything for too long: the form that somebody left.
    private func endIdly(_ visit: Visit) async throws(Failure) -> Answer {
        let form = try visit.form()
        guard let target = form["idle_address"].flatMap({ Address(next: $0) }) else {
            return .redirect(to: SignInPages.home.text)
        }
        let session = try? await accounts.continueSession(
            visit.cookies[.session] ?? "", .never, from: visit.exchange.origin)
        // Somebody who works in another window of this browser goes on working there.
        if let session, session.endsAt <= entrance.useCases.clock.now().adding(seconds: 120), visit.isFromHere,
            form.hasToken(entrance.csrf(of: session.caller.session, visit))
        {
            try await entrance.end(session.caller)
        }
        return entrance.keepDraft(of: Draft(address: target, form: form), form, visit)
    }
}

extension Answer {
    fileprivate mutating func add(_ flash: Flash?, from visit: Visit) {
        if flash != nil { headers.append(visit.cookies.setting(.flash, nil)) }
    }
}
