public import Application
public import Domain

/// Signs and checks JSON Web Tokens with HS256 by libcrypto.
public struct OpenSSLTokenIssuer: TokenIssuer {
    private let signature: JSONWebSignature

    /// - Parameter secretKey: the key's bytes are its UTF-8. RFC 7518, 3.2 asks for at least 32.
    /// - Throws: `TokenKeyRefusal`.
    public init(secretKey: String) throws(TokenKeyRefusal) {
        signature = try JSONWebSignature(key: Array(secretKey.utf8))
    }

    public func sign(_ claims: TokenClaims) -> String { signature.sign(claims.json) }

    public func verify(_ token: String, as kind: TokenKind, at now: Instant) throws(SignInRefusal) -> TokenClaims {
        guard let payload = signature.payload(of: token), let members = JSONReader.value(of: payload)?.object else {
            throw .invalidToken
        }
        return try TokenClaims(members: members, kind: kind, now: now)
    }
}
