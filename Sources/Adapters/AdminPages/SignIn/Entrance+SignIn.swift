import Application
import Domain
import HTTPTransport
import HTTPTypes

/// How sessions begin at the entrance, and what happens to those who have none.
extension Entrance {
    /// Somebody who has just signed in.
    struct SignedInVisit {
        let caller: Caller
        let cookies: [HTTPField]
    }

    enum SignInOutcome {
        case signedIn(SignedInVisit)
        /// The form once more, with what was wrong.
        case refused(Answer)
    }

    /// A sign-in form for this browser, which is given a random text to which the form is bound.
    func signInForm(_ visit: Visit, _ change: (inout SignInForm) -> Void = { _ in }) -> Answer {
        let kept = visit.cookies[.signInForm]
        let bound = kept ?? settings.random.sessionID().text
        var form = SignInForm(visit: visit, csrf: visit.csrf(of: bound, useCases.fingerprints))
        change(&form)
        var answer = form.page()
        if kept == nil { answer.headers.append(visit.cookies.setting(.signInForm, bound)) }
        return answer
    }

    /// Takes a form for signing in.
    func signIn(_ visit: Visit, _ form: [FormPair]) async throws(Failure) -> SignInOutcome {
        guard let bound = visit.cookies[.signInForm], visit.isFromHere,
            form.hasToken(visit.csrf(of: bound, useCases.fingerprints))
        else { return .refused(again(visit, form, SignInPhrase.foreign, status: .forbidden)) }
        var reader = visit.exchange.form(of: form)
        do throws(Failure) {
            let sent = try reader.credentials()
            let signedIn = try await useCases.accounts.signIn(
                username: sent.username, password: sent.password, proof: sent.proof, from: visit.exchange.origin)
            return .signedIn(try await begin(signedIn, visit))
        } catch .notSignedIn(.oneTimeCodeRequired) {
            return .refused(again(visit, form, SignInPhrase.codeWanted, asksForCode: true))
        } catch .notSignedIn(.oneTimeCodeWrong) {
            return .refused(again(visit, form, FieldError.Reason.wrongOneTimeCode, asksForCode: true))
        } catch .throttled(let seconds) {
            var answer = again(visit, form, SignInPhrase.throttled(seconds: seconds), status: .tooManyRequests)
            answer.headers[.retryAfter] = String(seconds)
            return .refused(answer)
        } catch {
            switch error {
            case .notSignedIn, .invalid: return .refused(again(visit, form, SignInPhrase.badCredentials))
            case .unreadable, .notFound, .conflict, .throttled, .dutyFirst, .notAllowed, .outdated, .retried, .busy,
                .unavailable:
                throw error
            }
        }
    }

    /// The session that just began, of somebody for whom the pages are not, ends again.
    func dismiss(_ signedIn: SignedInVisit, _ visit: Visit) async throws(Failure) -> Answer {
        let failure = try await useCases.audit.noteRefusal(.notAllowed, to: signedIn.caller)
        try await end(signedIn.caller)
        var answer = visit.failurePage(failure)
        answer.account = signedIn.caller.account
        return answer
    }

    /// Ends a session.
    func end(_ caller: Caller) async throws(Failure) {
        guard let number = caller.session.number else { return }
        do { try await useCases.accounts.endSession(number, by: caller) } catch .notFound {}
    }

    private func begin(_ signedIn: SignedIn, _ visit: Visit) async throws(Failure) -> SignedInVisit {
        let session = try await useCases.accounts.continueSession(
            signedIn.tokens.access, .now, from: visit.exchange.origin)
        let (cookies, account) = (visit.cookies, signedIn.account)
        let language = account.language.map { cookies.choosing($0.rawValue) }
        return SignedInVisit(
            caller: session.caller,
            cookies: [
                cookies.setting(.session, session.renewed ?? signedIn.tokens.access),
                cookies.setting(.name, Cookies.encoded(name: account.shownName)),
                cookies.setting(.signInForm, nil),
            ] + [language].compactMap(\.self))
    }

    private func again(
        _ visit: Visit, _ form: [FormPair], _ problem: some Phrase, asksForCode: Bool = false,
        status: HTTPResponse.Status = .unauthorized
    ) -> Answer {
        signInForm(visit) { shown in
            shown.action = form["draft"] == nil ? "/admin/login/" : visit.address
            shown.next = form["next"].flatMap { Address(next: $0) } ?? "/admin/"
            shown.draft = form["draft"]
            shown.username = form["username"] ?? ""
            shown.asksForCode = asksForCode
            shown.problem = visit.language(problem)
            shown.status = status
        }
    }
}

extension Account {
    /// The holder's name, or the account's where that is not known.
    var shownName: String {
        let name = [profile.firstName, profile.lastName].compactMap { $0?.text }.joined(separator: " ")
        return name.isEmpty ? username.text : name
    }
}
