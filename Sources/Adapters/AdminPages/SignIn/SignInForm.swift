import Application
import Domain
import HTTPTransport
import HTTPTypes

/// The form with which somebody signs in.
struct SignInForm {
    let visit: Visit
    let csrf: String
    /// Where the form goes: to its own page, or to the one that waits for a draft.
    var action: Address = "/admin/login/"
    /// Where somebody goes who is signed in.
    var next: Address = "/admin/"
    /// What was typed before the session ended, sealed.
    var draft: String?
    var username = ""
    /// Whether the account asks for a code besides.
    var asksForCode = false
    var problem: String?
    var status = HTTPResponse.Status.ok

    private var say: Language { visit.language }

    func page() -> Answer {
        let title = say(SignInPhrase.signIn)
        var answer = visit.alonePage(
            title,
            """
            <h1>\(title)</h1>
            \(HTML.when(draft != nil, Notice.warning(say(SignInPhrase.afterIdle))))
            \(problem.map(Notice.bad) ?? .empty)
            <form class="form" method="post" action="\(action)">
            <input type="hidden" name="csrf" value="\(csrf)">
            <input type="hidden" name="next" value="\(next)">
            \(draft.map(SignInForm.draftField) ?? .empty)
            \(fields)
            <button class="button button-primary">\(title)</button>
            </form>
            """, foot: languages, status: status)
        if status == .unauthorized { answer.headers[.wwwAuthenticate] = "Session" }
        return answer
    }

    /// What was typed travels along, and comes back whatever language is chosen.
    private var languages: HTML {
        LanguageChoice(visit: visit, csrf: csrf, next: draft == nil ? here : action, draft: draft).html
    }

    private var here: Address { SignInPages.home.with("next", next.text) }

    static func draftField(_ sealed: String) -> HTML { "<input type=\"hidden\" name=\"draft\" value=\"\(sealed)\">" }

    private var fields: HTML {
        """
        <div class="field"><label for="username">\(say(Field.username))</label>
        <input id="username" name="username" value="\(username)" required autocomplete="username" \
        autocapitalize="none" spellcheck="false"\(HTML.when(username.isEmpty, " autofocus"))></div>
        <div class="field"><label for="password">\(say(Field.password))</label>
        <input id="password" name="password" type="password" required autocomplete="current-password"\
        \(HTML.when(!username.isEmpty, " autofocus"))></div>
        \(HTML.when(asksForCode, codeField))
        """
    }

    private var codeField: HTML {
        """
        <div class="field"><label for="otp">\(say(Field.oneTimeCode))</label>
        <p class="hint" id="otp-hint">\(say(SignInPhrase.codeHint))</p>
        <input class="code-input" id="otp" name="otp" required inputmode="text" autocomplete="one-time-code" \
        aria-describedby="otp-hint"></div>
        """
    }
}
