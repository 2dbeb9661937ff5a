import Application
import Domain
import HTTPTransport
import HTTPTypes

/// A request for a page, as far as nobody knows yet who makes it.
struct Visit: Sendable {
    let exchange: Exchange
    let settings: PageSettings
    let cookies: Cookies
    var language: Language
    /// The page that was asked for.
    let address: Address

    init(_ exchange: Exchange, _ settings: PageSettings) {
        self.exchange = exchange
        self.settings = settings
        cookies = Cookies(exchange.headers, isEncrypted: exchange.origin.isEncrypted)
        language = Language(chosen: cookies[.language], acceptLanguage: exchange.headers[.acceptLanguage])
        address = Address(of: exchange)
    }

    /// Whether a script asks by itself, while nobody may be there.
    var isLive: Bool { exchange.headers[.clinicLive] == "1" }

    /// Whether the form that was sent stood on a page of ours, as far as the browser says (Fetch Metadata;
    /// RFC 6454, 7). One that says nothing is believed: the form's own token decides.
    var isFromHere: Bool {
        if let site = exchange.headers[.secFetchSite] { return site == "same-origin" || site == "none" }
        guard let origin = exchange.headers[.origin] else { return true }
        guard let authority = exchange.authority else { return false }
        return origin == "https://\(authority)" || origin == "http://\(authority)"
    }

    /// What a form sent, with line breaks as records keep them: browsers send two characters for one.
    ///
    /// - Throws: `.unreadable`.
    func form() throws(Failure) -> [FormPair] {
        try exchange.pairs().map { FormPair($0.name, $0.text.replacing("\r\n", with: "\n")) }
    }

    /// What a form has to bring along that belongs to this session, or to this browser.
    func csrf(of holder: String, _ fingerprints: any RequestFingerprints) -> String {
        fingerprints.fingerprint(of: Array("form of \(holder)".utf8))
    }
}

extension HTTPField.Name {
    fileprivate static let clinicLive = token("X-Clinic-Live")
    fileprivate static let secFetchSite = token("Sec-Fetch-Site")
    static let referrerPolicy = token("Referrer-Policy")

    private static func token(_ name: String) -> HTTPField.Name {
        guard let name = HTTPField.Name(name) else { preconditionFailure("This is a token (RFC 9110, 5.1).") }
        return name
    }
}

extension [FormPair] {
    /// What the last pair of this name says.
    subscript(name: String) -> String? { last { $0.name == name }?.text }

    /// Whether the form brought this token along.
    func hasToken(_ token: String) -> Bool { (self["csrf"] ?? "").isSecret(token) }
}
