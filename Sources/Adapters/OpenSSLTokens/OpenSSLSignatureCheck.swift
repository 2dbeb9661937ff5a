public import Application
import COpenSSL
public import Domain

/// Checks the audit trail's signatures by libcrypto.
public struct OpenSSLSignatureCheck: SignatureCheck {
    public init() {}

    public func isSignature(_ signature: [UInt8], of bytes: [UInt8], by publicKey: [UInt8]) -> Bool {
        Ed25519Key.isSignature(signature, of: bytes, by: publicKey)
    }

    public func digest(of bytes: [UInt8]) -> AuditCode {
        var digest = [UInt8](repeating: 0, count: AuditCode.length)
        var length = digest.count
        guard EVP_Q_digest(nil, "SHA256", nil, bytes, bytes.count, &digest, &length) == 1,
            let code = AuditCode(digest)
        else { preconditionFailure("libcrypto: SHA-256 failed") }
        return code
    }
}
