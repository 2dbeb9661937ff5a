import Application
import Domain

@testable import OpenSSLTokens

/// Tokens and claims for tests, all signed with one key unless said otherwise.
enum TestTokens {
    static let key = "a key that only the tests know!!"
    static let session = SessionID(bits: 0xA1)
    static let header = #"{"alg":"HS256","typ":"JWT"}"#

    /// 2026-01-01T00:00:00Z.
    static let newYear = Instant(microseconds: 1_767_225_600_000_000)

    /// Good for ten minutes from New Year on.
    static let claims = TokenClaims(
        kind: .access, account: AccountID(42)!, session: session, id: "0123456789abcdef0123456789abcdef",
        issuedAt: newYear, expiresAt: newYear.adding(minutes: 10))

    static func issuer() throws -> OpenSSLTokenIssuer { try OpenSSLTokenIssuer(secretKey: key) }

    /// The members of a good payload as JSON, some of them replaced, or left out where `nil`.
    static func payload(_ changes: [String: String?] = [:]) -> String {
        var members: [String: String] = [
            "token_type": #""access""#, "exp": "1767226200", "iat": "1767225600",
            "jti": #""0123456789abcdef0123456789abcdef""#, "user_id": #""42""#, "sid": "\"\(session.text)\"",
        ]
        for (name, value) in changes { members[name] = value }
        return "{" + members.map { "\"\($0.key)\":\($0.value)" }.sorted().joined(separator: ",") + "}"
    }

    /// A token with any header and payload, properly signed.
    static func token(header: String = header, payload: String = payload(), key: String = key) throws -> String {
        let input = encoded(header) + "." + encoded(payload)
        return input + "." + (try code(of: input, key: key))
    }

    static func code(of input: String, key: String = key) throws -> String {
        let code = try HMACSHA256(key: Array(key.utf8)).code(of: Array(input.utf8))
        return String(decoding: Base64URL.encode(code), as: UTF8.self)
    }

    static func encoded(_ text: String) -> String {
        String(decoding: Base64URL.encode(Array(text.utf8)), as: UTF8.self)
    }
}
