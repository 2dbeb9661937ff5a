public import Domain

/// Signs and checks tokens (RFC 7519) with an algorithm that the tokens themselves never choose.
public protocol TokenIssuer: Sendable {
    /// The compact form of the claims, signed.
    func sign(_ claims: TokenClaims) -> String

    /// The claims of a token that we signed and that is of the expected kind and not expired.
    ///
    /// Checked in this order: signature and form (`.invalidToken`), expiry (`.expiredToken`), kind (`.wrongTokenType`).
    func verify(_ token: String, as kind: TokenKind, at now: Instant) throws(SignInRefusal) -> TokenClaims
}

/// What a token is good for.
public enum TokenKind: String, Sendable, CaseIterable {
    /// Shown with each request.
    case access
    /// Exchanged for new tokens.
    case refresh
}

/// What a token says. Times are kept to the second.
public struct TokenClaims: Equatable, Sendable {
    public let kind: TokenKind
    public let account: AccountID
    /// `nil` for a token that names no session; such a token is never good for anything.
    public let session: SessionID?
    /// How often the session's refresh tokens were exchanged before this one was issued; 0 for access tokens.
    public let generation: Int
    /// The token's own name, 32 hexadecimal digits ("jti").
    public let id: String
    public let issuedAt: Instant
    public let expiresAt: Instant

    public init(
        kind: TokenKind, account: AccountID, session: SessionID?, generation: Int = 0, id: String, issuedAt: Instant,
        expiresAt: Instant
    ) {
        self.kind = kind
        self.account = account
        self.session = session
        self.generation = generation
        self.id = id
        self.issuedAt = issuedAt
        self.expiresAt = expiresAt
    }
}
