public import Application
public import Domain

/// Signs and checks JSON Web Tokens with HS256 by libcrypto.
public struct OpenSSLTokenIssuer: TokenIssuer {
    private let signature: JSONWebSignature
    private let verified = VerifiedTokens()

    /// - Parameter secretKey: the key's bytes are its UTF-8. RFC 7518, 3.2 asks for at least 32.
    /// - Throws: `TokenKeyRefusal`.
    public init(secretKey: String) throws(TokenKeyRefusal) {
        signature = try JSONWebSignature(key: Array(secretKey.utf8))
    }

    public func sign(_ claims: TokenClaims) -> String { signature.sign(claims.json) }

    public func verify(_ token: String, as kind: TokenKind, at now: Instant) throws(SignInRefusal) -> TokenClaims {
        if let known = verified[token] {
            guard now < known.expiresAt else { throw .expiredToken }
            guard known.kind == kind else { throw .wrongTokenType }
            return known
        }
        guard let payload = signature.payload(of: token), let members = JSONReader.value(of: payload)?.object else {
            throw .invalidToken
        }
        let claims = try TokenClaims(members: members, kind: kind, now: now)
        // What is not good yet may be good later, so it is asked about again; we sign no such tokens.
        if members["nbf"] == nil { verified.note(token, claims) }
        return claims
    }
}
