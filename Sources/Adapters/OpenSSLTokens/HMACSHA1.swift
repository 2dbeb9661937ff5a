import COpenSSL

/// HMAC with SHA-1 (RFC 2104), which RFC 4226 and the authenticators that follow it ask for.
enum HMACSHA1 {
    /// 20 bytes.
    static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 20)
        var length: CUnsignedInt = 0
        let result = HMAC(EVP_sha1(), key, CInt(key.count), message, message.count, &code, &length)
        guard result != nil, Int(length) == code.count else { preconditionFailure("libcrypto: HMAC-SHA-1 failed") }
        return code
    }
}
