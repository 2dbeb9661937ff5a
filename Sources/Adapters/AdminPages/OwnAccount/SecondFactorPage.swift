import Application
import Domain
import HTTPTransport
import HTTPTypes

/// What is shown while somebody sets up signing in in two steps.
struct SecondFactorPage {
    let request: PageRequest

    private var say: Language { request.language }

    /// Asks for the first code.
    ///
    /// - Parameter enrolment: what the authenticator has to know; `nil` when it was shown before.
    func confirmation(_ enrolment: EnrolSecondFactor.Enrolment?, _ form: RecordForm) -> Answer {
        page(
            """
            <section class="card" aria-labelledby="confirm">\
            <h2 id="confirm">\(say(enrolment == nil ? OwnAccountPhrase.firstCode : .authenticator))</h2>
            \(enrolment.map(secret) ?? "<p>\(say(OwnAccountPhrase.shownBefore))</p>")
            \(form.html(request))</section>
            """, status: form.status)
    }

    private func secret(_ enrolment: EnrolSecondFactor.Enrolment) -> HTML {
        let secret = enrolment.secret.base32
        let groups = stride(from: 0, to: secret.count, by: 4).map { String(secret.dropFirst($0).prefix(4)) }
        let picture = QRCode(enrolment.address).map { $0.html(say(OwnAccountPhrase.picture)) }
        return """
            \(picture.map { "<p>\(say(OwnAccountPhrase.scan))</p>\($0)" as HTML } ?? .empty)
            <p>\(say(OwnAccountPhrase.typeSecret))</p>
            <p><code id="secret">\(groups.joined(separator: " "))</code> \
            <button type="button" class="button button-small" hidden data-script-only data-copy="#secret" \
            data-copied="\(say(OwnAccountPhrase.copied))">\(say(OwnAccountPhrase.copy))</button></p>
            <p><a class="button" href="\(enrolment.address)">\(say(OwnAccountPhrase.openAuthenticator))</a></p>
            """
    }

    /// Codes that nobody is shown again.
    func recoveryCodes(_ codes: [RecoveryCode]) -> Answer {
        page(
            """
            \(Notice.good(say(OwnAccountPhrase.isSetUp)))
            <section class="card" aria-labelledby="codes"><h2 id="codes">\(say(OwnAccountPhrase.recoveryCodes))</h2>
            <p>\(say(OwnAccountPhrase.keepCodes))</p>
            <ul class="codes">\(codes.map { "<li>\($0.text)</li>" as HTML })</ul>
            <div class="form-end"><a class="button button-primary" href="\(OwnAccountPages.home)">\
            \(say(OwnAccountPhrase.codesKept))</a>\
            <button type="button" class="button" hidden data-script-only data-print>\(say(OwnAccountPhrase.print))\
            </button></div></section>
            """, status: .ok)
    }

    private func page(_ content: HTML, status: HTTPResponse.Status) -> Answer {
        let title = say(OwnAccountPhrase.secondFactor)
        let head = PageHead(title: "\(title)", trail: [(OwnAccountPages.home, say(FramePhrase.myAccount))])
        return request.page(title, head.html(in: say) + content, status: status)
    }
}
