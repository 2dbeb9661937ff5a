import COpenSSL
import Foundation

/// Makes tokens that look like a genuine one and are not.
struct TokenForge {
    /// The genuine claims, as they stand in the token.
    let claims: [String: JSON]
    let header = #"{"alg":"HS256","typ":"JWT"}"#
    /// The parts of the genuine token.
    let parts: [String]

    init?(_ genuine: String) {
        guard let claims = WebToken.claims(of: genuine)?.members else { return nil }
        self.claims = claims
        parts = genuine.split(separator: ".").map { String($0) }
    }

    /// The genuine claims but for some; `nil` leaves one out.
    func payload(_ changes: [String: JSON?] = [:]) -> String {
        var changed = claims
        for (name, value) in changes { changed[name] = value }
        return JSON.object(changed).written
    }

    /// The genuine claims with further text before the closing brace.
    func payload(appending text: String) -> String { payload().dropLast() + text + "}" }

    /// Header and payload as they are given, signed with HMAC; with the server's key unless another is given.
    func signed(
        _ payload: String? = nil, header: String? = nil, key: String = TestDatabase.secretKey, digest: Digest = .sha256
    ) -> String {
        signed(bytes: Array((payload ?? self.payload()).utf8), header: header, key: Array(key.utf8), digest: digest)
    }

    func signed(bytes: [UInt8], header: String? = nil, key: [UInt8], digest: Digest = .sha256) -> String {
        let input = TokenForge.encoded(Array((header ?? self.header).utf8)) + "." + TokenForge.encoded(bytes)
        return input + "." + TokenForge.encoded(digest.code(of: Array(input.utf8), key: key))
    }

    /// The genuine payload under another header, with a third part that is given.
    func unsigned(header: String, third: String = "") -> String {
        "\(TokenForge.encoded(Array(header.utf8))).\(parts[1]).\(third)"
    }

    static func encoded(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    enum Digest {
        case sha256, sha384, sha512

        func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
            let function: OpaquePointer? =
                switch self {
                case .sha256: EVP_sha256()
                case .sha384: EVP_sha384()
                case .sha512: EVP_sha512()
                }
            var code = [UInt8](repeating: 0, count: 64)
            var length: UInt32 = 64
            HMAC(function, key, Int32(key.count), message, message.count, &code, &length)
            return Array(code.prefix(Int(length)))
        }
    }
}
