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
    ///   - duties: with which of these before them people may come all the same.
    func page(_ path: String, get: @escaping PageHandler, serving duties: Set<Duty> = []) -> Route {
        Route.page(path, [.get: handler(Door(handler: get, duties: duties))])
    }

    /// A page with a form, for those who are signed in.
    ///
    /// - Parameters:
    ///   - get: makes the page; changes nothing.
    ///   - post: takes the page's form.
    ///   - returned: shows a form that was sent after its session had ended, once somebody has signed in again; does
    ///     nothing of what the form asks for.
    ///   - duties: with which of these before them people may come all the same.
    func page(
        _ path: String, get: @escaping PageHandler, post: @escaping PageHandler, returning returned: Returning,
        serving duties: Set<Duty> = []
    ) -> Route {
        Route.page(
            path,
            [
                .get: handler(Door(handler: get, duties: duties)),
                .post: handler(Door(handler: post, duties: duties, form: returned)),
            ])
    }

    /// What becomes of a form whose session has ended.
    enum Returning: Sendable {
        /// It is shown to whoever signs in again with the same account.
        case to(PageHandler)
        /// There is nothing in it that is worth keeping.
        case nowhere
    }

    /// A page that somebody wants.
    struct Door: Sendable {
        let handler: PageHandler
        let duties: Set<Duty>
        /// For those that take a form.
        var form: Returning?

        var takesForm: Bool { form != nil }
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
            // Whoever signed out must not be given the session back.
            if let renewed = session.renewed, !visit.cookies.isSet(.session, by: answer) {
                answer.headers.append(visit.cookies.setting(.session, renewed))
            }
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
    ///
    /// - Parameter returned: shows a form that was sent after its session had ended, in place of taking it.
    func answer(
        _ visit: Visit, _ caller: Caller, _ form: [FormPair], returning returned: PageHandler? = nil, _ door: Door
    ) async -> Answer {
        let request = PageRequest(
            visit: visit, caller: caller, csrf: csrf(of: caller.session, visit), policy: useCases.policy,
            noteRefusal: useCases.audit.noteRefusal, form: form, isDraft: returned != nil)
        var answer: Answer
        do throws(Failure) {
            try await expectAdmission(of: caller, at: door)
            let handler = returned ?? door.handler
            answer = try await handler(request)
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
