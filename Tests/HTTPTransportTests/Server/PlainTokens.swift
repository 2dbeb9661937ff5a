import Application
import Domain

/// Tokens that can be read: `kind.account.session.expiry`.
struct PlainTokens: TokenIssuer {
    func sign(_ claims: TokenClaims) -> String {
        "\(claims.kind.rawValue).\(claims.account.number).\(claims.session?.text.suffix(4) ?? "").\(claims.expiresAt.seconds)"
    }

    func verify(_ token: String, as kind: TokenKind, at now: Instant) throws(SignInRefusal) -> TokenClaims {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false).map { String($0) }
        guard parts.count == 4, let actual = TokenKind(rawValue: parts[0]), let number = Int64(parts[1]),
            let account = AccountID(number), let expiry = Int64(parts[3])
        else { throw .invalidToken }
        guard expiry > now.seconds else { throw .expiredToken }
        guard actual == kind else { throw .wrongTokenType }
        return TokenClaims(
            kind: kind, account: account, session: SessionID(String(repeating: "0", count: 28) + parts[2]), id: "",
            issuedAt: .dawn, expiresAt: Instant(microseconds: expiry * 1_000_000))
    }
}
