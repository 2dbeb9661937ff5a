import Application
import Domain
import HTTPTransport
import HTTPTypes

/// Sees who asks for a page before the page is made: the session, the token of a form, duties, and for whom the pages are.
struct Entrance: Sendable {
    typealias PageHandler = @Sendable (PageRequest) async throws(Failure) -> Answer

    let useCases: UseCases
    let settings: PageSettings

    /// A page for those who are signed in.
    ///
    /// - Parameters:
    ///   - get: makes the page; changes nothing.
    ///   - post: takes the page's form.
    ///   - duties: with which of these before them people may come all the same.
    func page(
        _ path: String, get: PageHandler? = nil, post: PageHandler? = nil, serving duties: Set<Duty> = []
    ) -> Route {
        var handlers: [HTTPRequest.Method: Route.Handler] = [:]
        if let get { handlers[.get] = handler(Door(handler: get, duties: duties, takesForm: false)) }
        if let post { handlers[.post] = handler(Door(handler: post, duties: duties, takesForm: true)) }
        return Route.page(path, handlers)
    }

    /// A page that somebody wants.
    struct Door: Sendable {
        let handler: PageHandler
        let duties: Set<Duty>
        let takesForm: Bool
    }

    private func handler(_ door: Door) -> Route.Handler {
        { exchange in await enter(Visit(exchange, settings), door) }
    }

    private func enter(_ visit: Visit, _ door: Door) async -> Answer {
        do throws(Failure) {
            let form = door.takesForm ? try visit.form() : []
            if form["draft"] != nil { return try await resume(visit, form, door) }
            guard let session = try await session(of: visit) else { return try await turnAway(visit, form, door) }
            if door.takesForm, !visit.isFromHere || !form.hasToken(csrf(of: session.caller.session, visit)) {
                return visit.problemPage(.foreignForm, status: .forbidden)
            }
            var answer = await answer(visit, session.caller, form, door)
            if let renewed = session.renewed { answer.headers.append(visit.cookies.setting(.session, renewed)) }
            return answer
        } catch {
            return visit.failurePage(error)
        }
    }

    /// `nil` for somebody who is not, or no longer, signed in.
    func session(of visit: Visit) async throws(Failure) -> ContinuedSession? {
        guard let token = visit.cookies[.session] else { return nil }
        do {
            return try await useCases.accounts.continueSession(
                token, visit.isLive ? .never : .whenDue, from: visit.exchange.origin)
        } catch .notSignedIn {
            return nil
        }
    }

    /// The page, for somebody whose session is good.
    func answer(
        _ visit: Visit, _ caller: Caller, _ form: [FormPair], isDraft: Bool = false, _ door: Door
    ) async -> Answer {
        let request = PageRequest(
            visit: visit, caller: caller, csrf: csrf(of: caller.session, visit), policy: useCases.policy, form: form,
            isDraft: isDraft)
        var answer: Answer
        do throws(Failure) {
            try await expectAdmission(of: caller, at: door)
            answer = try await door.handler(request)
        } catch {
            answer = request.failurePage(error)
        }
        answer.account = caller.account
        return answer
    }

    private func expectAdmission(of caller: Caller, at door: Door) async throws(Failure) {
        guard useCases.policy.servesPages(to: caller) else {
            throw try await useCases.audit.noteRefusal(.notAllowed, to: caller)
        }
        if let duty = caller.duty, !door.duties.contains(duty) {
            throw try await useCases.audit.noteRefusal(.dutyFirst(duty), to: caller)
        }
    }

    func csrf(of session: SessionID, _ visit: Visit) -> String {
        visit.csrf(of: session.text, useCases.fingerprints)
    }
}
