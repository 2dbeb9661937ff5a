public import Domain

/// Authenticates what the audit trail holds, under keys that are made from one secret.
public protocol AuditSeal: Sendable {
    /// HMAC-SHA-256 (RFC 2104).
    func code(of bytes: [UInt8]) -> AuditCode

    /// Ed25519 (RFC 8032), 64 bytes.
    func signature(of bytes: [UInt8]) -> [UInt8]

    /// The key by which others can check signatures, 32 bytes.
    var publicKey: [UInt8] { get }
}

/// Checks what was signed, by nothing that is secret.
public protocol SignatureCheck: Sendable {
    /// Whether the holder of the key signed these bytes, by Ed25519.
    ///
    /// - Parameter publicKey: 32 bytes; any other key never signed anything.
    func isSignature(_ signature: [UInt8], of bytes: [UInt8], by publicKey: [UInt8]) -> Bool

    /// SHA-256 (FIPS 180-4).
    func digest(of bytes: [UInt8]) -> AuditCode
}
