import COpenSSL

/// A private key of Ed25519 (RFC 8032). It signs rarely, so libcrypto's form of it is made for each signature.
struct Ed25519Key: Sendable {
    private let seed: [UInt8]

    /// - Parameter seed: 32 bytes.
    init(seed: [UInt8]) { self.seed = seed }

    /// 32 bytes; `nil` when the installed libcrypto has no Ed25519.
    var publicKey: [UInt8]? {
        withKey { key in
            var bytes = [UInt8](repeating: 0, count: 32)
            var length = bytes.count
            return EVP_PKEY_get_raw_public_key(key, &bytes, &length) == 1 && length == 32 ? bytes : nil
        }
    }

    /// 64 bytes.
    func signature(of message: [UInt8]) -> [UInt8] {
        let signature: [UInt8]? = withKey { key in
            guard let context = EVP_MD_CTX_new() else { return nil }
            defer { EVP_MD_CTX_free(context) }
            var signature = [UInt8](repeating: 0, count: 64)
            var length = signature.count
            guard EVP_DigestSignInit(context, nil, nil, nil, key) == 1,
                EVP_DigestSign(context, &signature, &length, message, message.count) == 1, length == 64
            else { return nil }
            return signature
        }
        // A head without a signature must never be written.
        guard let signature else { preconditionFailure("libcrypto: Ed25519 failed") }
        return signature
    }

    static func isSignature(_ signature: [UInt8], of message: [UInt8], by publicKey: [UInt8]) -> Bool {
        guard signature.count == 64,
            let key = EVP_PKEY_new_raw_public_key_ex(nil, "ED25519", nil, publicKey, publicKey.count)
        else { return false }
        defer { EVP_PKEY_free(key) }
        guard let context = EVP_MD_CTX_new() else { return false }
        defer { EVP_MD_CTX_free(context) }
        return EVP_DigestVerifyInit(context, nil, nil, nil, key) == 1
            && EVP_DigestVerify(context, signature, signature.count, message, message.count) == 1
    }

    private func withKey<Value>(_ use: (OpaquePointer) -> Value?) -> Value? {
        guard let key = EVP_PKEY_new_raw_private_key_ex(nil, "ED25519", nil, seed, seed.count) else { return nil }
        defer { EVP_PKEY_free(key) }
        return use(key)
    }
}
