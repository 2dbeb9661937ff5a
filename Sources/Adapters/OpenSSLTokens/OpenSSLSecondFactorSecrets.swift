public import Application
public import Domain

/// Codes, sealed secrets and digests of second factors, under keys of their own that are made from the secret key.
public struct OpenSSLSecondFactorSecrets: SecondFactorSecrets {
    private let cipher: AES256GCM
    private let digests: HMACSHA256
    private let random: any RandomSource

    /// - Parameters:
    ///   - secretKey: the key's bytes are its UTF-8. With another one nothing that was sealed can be opened.
    ///   - random: where nonces come from.
    /// - Throws: `TokenKeyRefusal`.
    public init(secretKey: String, random: any RandomSource) throws(TokenKeyRefusal) {
        let secret = try HMACSHA256(key: Array(secretKey.utf8))
        guard let cipher = AES256GCM(key: secret.code(of: "second factors, sealed".utf8)) else { throw .unsupported }
        self.cipher = cipher
        digests = try HMACSHA256(key: secret.code(of: "recovery codes".utf8))
        self.random = random
    }

    public func code(of secret: OneTimeSecret, step: Int64) -> OneTimeCode {
        OneTimeCode(mac: HMACSHA1.code(of: withUnsafeBytes(of: step.bigEndian) { Array($0) }, key: secret.bytes))
    }

    /// `1.`, the nonce and what was sealed, in base64url; the account's number is part of what the tag protects.
    public func seal(_ secret: OneTimeSecret, of account: AccountID) -> String {
        let nonce = withUnsafeBytes(of: random.bits()) { Array($0.prefix(AES256GCM.nonceLength)) }
        let sealed = cipher.seal(secret.bytes, nonce: nonce, context: context(account))
        return "1." + String(decoding: Base64URL.encode(nonce + sealed), as: UTF8.self)
    }

    public func open(_ sealed: String, of account: AccountID) -> OneTimeSecret? {
        guard sealed.hasPrefix("1."), let bytes = Base64URL.decode(sealed.utf8.dropFirst(2)) else { return nil }
        let nonce = Array(bytes.prefix(AES256GCM.nonceLength))
        let message = Array(bytes.dropFirst(AES256GCM.nonceLength))
        return cipher.open(message, nonce: nonce, context: context(account)).flatMap { OneTimeSecret($0) }
    }

    public func digest(of code: RecoveryCode, of account: AccountID) -> String {
        let text = "\(account.number)\n\(code.key)"
        return String(decoding: Base64URL.encode(digests.code(of: text.utf8)), as: UTF8.self)
    }

    private func context(_ account: AccountID) -> [UInt8] { Array("second factor of \(account.number)".utf8) }
}
