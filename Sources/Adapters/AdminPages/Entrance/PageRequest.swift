import Application
import Domain
import HTTPTransport
import HTTPTypes

/// A request for a page by somebody who is signed in and may use the pages.
struct PageRequest: Sendable {
    let visit: Visit
    let caller: Caller
    /// The token of forms of this session.
    let csrf: String
    let policy: Policy
    let noteRefusal: NoteRefusal
    /// What a form sent; nothing for pages that are only read.
    let form: [FormPair]
    /// Whether the form was sent after its session had ended, and comes back to be looked at: nothing is done yet.
    let isDraft: Bool

    var exchange: Exchange { visit.exchange }
    var language: Language { visit.language }
    var address: Address { visit.address }
    var time: ClinicTime { visit.settings.time }

    /// Whether the page offers the caller to do this.
    func offers(_ action: Action) -> Bool { policy.offers(action, to: caller) }

    /// Asks whether the caller may do this at all, before anything is read.
    ///
    /// - Parameter subject: the record that the caller means.
    /// - Throws: `.notAllowed`, which is then in the audit trail, as where the API refuses it.
    func expect(_ action: Action, on subject: AuditSubject? = nil) async throws(Failure) {
        guard offers(action) else { throw try await noteRefusal(.notAllowed, to: caller, on: subject) }
    }

    /// Every form that changes something has this in it.
    var csrfField: HTML { "<input type=\"hidden\" name=\"csrf\" value=\"\(csrf)\">" }

    /// A page in its frame.
    func page(_ title: String, _ main: HTML, status: HTTPResponse.Status = .ok) -> Answer {
        let flash = visit.cookies[.flash].flatMap { Flash($0) }
        var answer = Answer.page(PageFrame(request: self, title: title, flash: flash).html(main).text, status: status)
        answer.addPageHeaders()
        if flash != nil { answer.headers.append(visit.cookies.setting(.flash, nil)) }
        return answer
    }

    /// The way on after a form was taken.
    ///
    /// - Parameter flash: what the next page says about what was done.
    func leave(for next: Address, saying flash: Flash? = nil) -> Answer {
        var answer = Answer.redirect(to: next.text)
        if let flash { answer.headers.append(visit.cookies.setting(.flash, flash.text, seconds: 60)) }
        return answer
    }
}

extension Answer {
    /// What every page says to the browser: where its parts come from, and that addresses are told to no other site.
    mutating func addPageHeaders() {
        headers[.contentSecurityPolicy] =
            "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self' data:; connect-src 'self'; "
            + "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
        // With `no-referrer`, browsers leave `Origin` out of forms.
        headers[.referrerPolicy] = "same-origin"
    }
}
