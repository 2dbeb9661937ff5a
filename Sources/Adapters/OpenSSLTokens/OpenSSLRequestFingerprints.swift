public import Application

/// Fingerprints of requests by HMAC with SHA-256, under a key of their own that is made from the secret key.
public struct OpenSSLRequestFingerprints: RequestFingerprints {
    private let authentication: HMACSHA256

    /// - Parameter secretKey: the key's bytes are its UTF-8. With another one, all fingerprints are others.
    /// - Throws: `TokenKeyRefusal`.
    public init(secretKey: String) throws(TokenKeyRefusal) {
        let secret = try HMACSHA256(key: Array(secretKey.utf8))
        authentication = try HMACSHA256(key: secret.code(of: "request fingerprints".utf8))
    }

    /// 43 characters of base64url.
    public func fingerprint(of bytes: [UInt8]) -> String {
        String(decoding: Base64URL.encode(authentication.code(of: bytes)), as: UTF8.self)
    }
}
