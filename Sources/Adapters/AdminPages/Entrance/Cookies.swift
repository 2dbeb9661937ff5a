import HTTPTransport
import HTTPTypes

/// The cookies that the pages use.
enum Cookie: String {
    /// A token of the session.
    case session = ""
    /// Who is signed in, for the page's head alone.
    case name = "-name"
    /// A random text, to which the form for signing in is bound.
    case signInForm = "-form"
    /// What the next page says about what was done.
    case flash = "-flash"
    /// The language that somebody chose.
    case language = "-language"

    /// Over TLS no other host, and nothing that is not encrypted, can set a cookie of this name (RFC 6265bis, 4.1.3.2).
    func name(isEncrypted: Bool) -> String { (isEncrypted ? "__Host-clinic" : "clinic") + rawValue }
}

/// The cookies that a browser sent.
struct Cookies: Sendable {
    private let texts: [String: String]
    private let isEncrypted: Bool

    init(_ headers: HTTPFields, isEncrypted: Bool) {
        var texts: [String: String] = [:]
        for pair in headers[values: .cookie].flatMap({ $0.split(separator: ";") }) {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            guard parts.count == 2 else { continue }
            let name = String(parts[0].drop { $0 == " " })
            if texts[name] == nil { texts[name] = String(parts[1]) }
        }
        self.texts = texts
        self.isEncrypted = isEncrypted
    }

    /// What the cookie holds; `nil` when it was not sent or is empty.
    subscript(cookie: Cookie) -> String? {
        texts[cookie.name(isEncrypted: isEncrypted)].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// A header that sets a cookie: no script reads it, and requests that other sites make with POST do not carry it.
    ///
    /// - Parameters:
    ///   - text: letters, digits and `-._~%` alone; `nil` removes the cookie.
    ///   - seconds: how long it is kept; until the browser closes when that is not said.
    func setting(_ cookie: Cookie, _ text: String?, seconds: Int? = nil) -> HTTPField {
        var value = "\(cookie.name(isEncrypted: isEncrypted))=\(text ?? ""); Path=/; HttpOnly; SameSite=Lax"
        if isEncrypted { value += "; Secure" }
        if let seconds = text == nil ? 0 : seconds { value += "; Max-Age=\(seconds)" }
        return HTTPField(name: .setCookie, value: value)
    }

    /// Whether an answer sets or removes the cookie already.
    func isSet(_ cookie: Cookie, by answer: Answer) -> Bool {
        answer.headers[values: .setCookie].contains { $0.hasPrefix(cookie.name(isEncrypted: isEncrypted) + "=") }
    }
}

extension Cookies {
    /// The name in the page's head.
    var shownName: String? {
        self[.name].flatMap { [FormPair](urlEncoded: Array($0.utf8)) }?.first?.name
    }

    /// Keeps the language that somebody chose, for a year; `nil` forgets it.
    func choosing(_ language: String?) -> HTTPField { setting(.language, language, seconds: 365 * 86_400) }

    /// A name as a cookie can hold it.
    static func encoded(name: String) -> String { Address.encoded([FormPair(name, "")]).dropLast().description }
}
