import Application
import Domain
import HTTPTransport
import HTTPTypes

/// What happens at the entrance to those whose session has ended.
extension Entrance {
    /// To the form for signing in; what was typed goes along.
    func turnAway(_ visit: Visit, _ form: [FormPair], _ door: Door) async throws(Failure) -> Answer {
        if visit.isLive {
            var answer = Answer.noContent
            answer.status = .unauthorized
            answer.headers[.wwwAuthenticate] = "Session"
            return answer
        }
        switch door.form {
        case .to: return keepDraft(of: Draft(address: visit.address, form: form), form, visit)
        case .nowhere: return .redirect(to: SignInPages.home.text)
        case nil: break
        }
        let signIn = ("/admin/login/" as Address).with("next", visit.address.text)
        return .redirect(to: signIn.text, status: .found)
    }

    /// The form for signing in, with a draft sealed for the account whose token the browser still has; without the draft
    /// when there is no such token, or the form did not stand on a page of that session.
    func keepDraft(of draft: Draft, _ form: [FormPair], _ visit: Visit) -> Answer {
        let holder = visit.cookies[.session].flatMap { useCases.accounts.continueSession.holder(of: $0) }
        var sealed: String?
        if let holder, visit.isFromHere, form.hasToken(csrf(of: holder.session, visit)) {
            sealed = draft.sealed(by: settings.drafts, of: holder.account)
        }
        return signInForm(visit, keeping: sealed, for: draft.address)
    }

    /// The form for signing in, with a sealed draft if there is one.
    func signInForm(_ visit: Visit, keeping sealed: String?, for address: Address) -> Answer {
        signInForm(visit) { shown in
            shown.status = .unauthorized
            guard let sealed else { return }
            shown.draft = sealed
            shown.action = address
        }
    }

    /// Takes a form for signing in that has a draft in it, and shows the form that was typed, filled.
    func resume(_ visit: Visit, _ form: [FormPair], _ door: Door) async throws(Failure) -> Answer {
        switch try await signIn(visit, form) {
        case .refused(let answer): return answer
        case .signedIn(let signedIn):
            guard useCases.policy.servesPages(to: signedIn.caller) else { return try await dismiss(signedIn, visit) }
            var shown: Answer
            if let draft = Draft(form["draft"] ?? "", openedBy: settings.drafts, of: signedIn.caller.account),
                draft.address.path == visit.address.path, case .to(let returned) = door.form
            {
                shown = await answer(visit, signedIn.caller, draft.form, returning: returned, door)
            } else {
                shown = visit.problemPage(.foreignDraft, status: .conflict)
            }
            shown.account = signedIn.caller.account
            shown.headers.append(contentsOf: signedIn.cookies)
            return shown
        }
    }

    /// Whether a form brings the token of this browser's session, or of its form for signing in.
    func brings(_ form: [FormPair], _ visit: Visit) -> Bool {
        let holder = visit.cookies[.session].flatMap { useCases.accounts.continueSession.holder(of: $0) }
        let holders = [holder?.session.text, visit.cookies[.signInForm]].compactMap(\.self)
        return visit.isFromHere && holders.contains { form.hasToken(visit.csrf(of: $0, useCases.fingerprints)) }
    }
}
