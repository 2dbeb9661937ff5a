public import Application
public import Domain

/// Authenticates the audit trail by libcrypto, under keys of its own that are made from a secret.
public struct OpenSSLAuditSeal: AuditSeal {
    public let publicKey: [UInt8]
    private let authentication: HMACSHA256
    private let signingKey: Ed25519Key

    /// - Parameter secret: the key's bytes are its UTF-8. With another one, all codes and signatures are others.
    /// - Throws: `TokenKeyRefusal`.
    public init(secret: String) throws(TokenKeyRefusal) {
        let secret = try HMACSHA256(key: Array(secret.utf8))
        authentication = try HMACSHA256(key: secret.code(of: "audit trail: chains".utf8))
        signingKey = Ed25519Key(seed: secret.code(of: "audit trail: heads".utf8))
        guard let publicKey = signingKey.publicKey else { throw .unsupported }
        self.publicKey = publicKey
    }

    public func code(of bytes: [UInt8]) -> AuditCode {
        guard let code = AuditCode(authentication.code(of: bytes)) else {
            preconditionFailure("HMAC-SHA-256 has 32 bytes")
        }
        return code
    }

    public func signature(of bytes: [UInt8]) -> [UInt8] { signingKey.signature(of: bytes) }
}
