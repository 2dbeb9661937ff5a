public import Application
public import Domain

/// Seals drafts by AES-256-GCM, under a key of their own that is made from the secret key.
public struct OpenSSLDraftSeal: DraftSeal {
    private let cipher: AES256GCM
    private let random: any RandomSource

    /// - Parameters:
    ///   - secretKey: the key's bytes are its UTF-8. With another one nothing that was sealed can be opened.
    ///   - random: where nonces come from.
    /// - Throws: `TokenKeyRefusal`.
    public init(secretKey: String, random: any RandomSource) throws(TokenKeyRefusal) {
        let secret = try HMACSHA256(key: Array(secretKey.utf8))
        guard let cipher = AES256GCM(key: secret.code(of: "drafts, sealed".utf8)) else { throw .unsupported }
        self.cipher = cipher
        self.random = random
    }

    /// The nonce and what was sealed, in base64url; the account's number is part of what the tag protects.
    public func seal(_ draft: [UInt8], of account: AccountID) -> String {
        let nonce = withUnsafeBytes(of: random.bits()) { Array($0.prefix(AES256GCM.nonceLength)) }
        let sealed = cipher.seal(draft, nonce: nonce, context: context(account))
        return String(decoding: Base64URL.encode(nonce + sealed), as: UTF8.self)
    }

    public func open(_ sealed: String, of account: AccountID) -> [UInt8]? {
        guard let bytes = Base64URL.decode(sealed.utf8) else { return nil }
        return cipher.open(
            Array(bytes.dropFirst(AES256GCM.nonceLength)), nonce: Array(bytes.prefix(AES256GCM.nonceLength)),
            context: context(account))
    }

    private func context(_ account: AccountID) -> [UInt8] { Array("draft of \(account.number)".utf8) }
}
