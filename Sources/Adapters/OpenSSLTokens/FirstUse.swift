import COpenSSL

/// libcrypto looks its algorithms up when they are first asked for. Threads that ask for one at the same time, each for
/// the first time, may be told that there is none (OpenSSL 3.0); so one thread asks beforehand, and the others wait.
enum FirstUse {
    /// Waits until everything that keys are made of here has been looked up.
    static func pass() { _ = isOver }

    private static let isOver: Bool = {
        let authentication = EVP_MAC_fetch(nil, "HMAC", nil)
        let digest = EVP_MD_fetch(nil, "SHA256", nil)
        let cipher = EVP_CIPHER_fetch(nil, "AES-256-GCM", nil)
        let signature = EVP_SIGNATURE_fetch(nil, "ED25519", nil)
        let keys = EVP_KEYMGMT_fetch(nil, "ED25519", nil)
        defer {
            EVP_MAC_free(authentication)
            EVP_MD_free(digest)
            EVP_CIPHER_free(cipher)
            EVP_SIGNATURE_free(signature)
            EVP_KEYMGMT_free(keys)
        }
        return [authentication, digest, cipher, signature, keys].allSatisfy { $0 != nil }
    }()
}
