import COpenSSL

/// Encryption that notices changes: AES with 256 bits in Galois/counter mode (NIST SP 800-38D).
struct AES256GCM: Sendable {
    static let keyLength = 32
    /// Bytes that must never be the same for two messages under one key.
    static let nonceLength = 12
    /// Bytes by which changes are noticed.
    static let tagLength = 16

    private let key: [UInt8]

    /// - Returns: `nil` for a key of another length.
    init?(key: [UInt8]) {
        guard key.count == AES256GCM.keyLength else { return nil }
        self.key = key
    }

    /// The message, unreadable, with its tag behind it.
    ///
    /// - Parameter context: what the message belongs to; it can be opened with the same only.
    func seal(_ message: [UInt8], nonce: [UInt8], context: [UInt8]) -> [UInt8] {
        let sealed = run(message, nonce: nonce, context: context, isSealing: true) { cipher in
            var tag = [UInt8](repeating: 0, count: AES256GCM.tagLength)
            guard EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_GET_TAG, CInt(tag.count), &tag) == 1 else { return nil }
            return tag
        }
        guard let sealed else { preconditionFailure("libcrypto: AES-256-GCM failed") }
        return sealed
    }

    /// - Returns: `nil` for anything that was not sealed with this key, nonce and context.
    func open(_ sealed: [UInt8], nonce: [UInt8], context: [UInt8]) -> [UInt8]? {
        guard sealed.count >= AES256GCM.tagLength else { return nil }
        var tag = Array(sealed.suffix(AES256GCM.tagLength))
        let message = Array(sealed.dropLast(AES256GCM.tagLength))
        return run(message, nonce: nonce, context: context, isSealing: false) { cipher in
            EVP_CIPHER_CTX_ctrl(cipher, EVP_CTRL_AEAD_SET_TAG, CInt(tag.count), &tag) == 1 ? [] : nil
        }
    }

    /// - Parameter tag: reads the tag after sealing, or sets it before opening ends; what it returns is appended.
    private func run(
        _ input: [UInt8], nonce: [UInt8], context: [UInt8], isSealing: Bool,
        tag: (OpaquePointer) -> [UInt8]?
    ) -> [UInt8]? {
        guard nonce.count == AES256GCM.nonceLength, let cipher = EVP_CIPHER_CTX_new() else { return nil }
        defer { EVP_CIPHER_CTX_free(cipher) }
        var output = [UInt8](repeating: 0, count: input.count)
        var (written, end) = (CInt(0), CInt(0))
        var unused = [UInt8](repeating: 0, count: AES256GCM.tagLength)
        guard EVP_CipherInit_ex(cipher, EVP_aes_256_gcm(), nil, key, nonce, isSealing ? 1 : 0) == 1,
            EVP_CipherUpdate(cipher, nil, &written, context, CInt(context.count)) == 1,
            EVP_CipherUpdate(cipher, &output, &written, input, CInt(input.count)) == 1, Int(written) == input.count
        else { return nil }
        if !isSealing, tag(cipher) == nil { return nil }
        guard EVP_CipherFinal_ex(cipher, &unused, &end) == 1, end == 0 else { return nil }
        return isSealing ? tag(cipher).map { output + $0 } : output
    }
}
