import COpenSSL
import Foundation

/// JSON Web Tokens as a client sees them, and forged ones (RFC 7519, HS256).
enum WebToken {
    /// The claims of a token, whoever signed it.
    static func claims(of token: String) -> JSON? {
        let parts = token.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.allSatisfy({ $0.count >= 4 }), JSON(decode(parts[0]))?.members != nil else {
            return nil
        }
        let claims = JSON(decode(parts[1]))
        return claims?.members == nil ? nil : claims
    }

    /// A token with these claims, signed with the key.
    static func signed(_ claims: JSON, key: String) -> String {
        let head = encode(Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8)) + "." + encode(claims.bytes)
        return head + "." + encode(code(of: Array(head.utf8), key: Array(key.utf8)))
    }

    private static func code(of message: [UInt8], key: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: 32)
        var length: UInt32 = 32
        HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &code, &length)
        return code
    }

    private static func encode(_ bytes: [UInt8]) -> String {
        Data(bytes).base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
    }

    private static func decode(_ text: Substring) -> [UInt8] {
        var text = text.replacing("-", with: "+").replacing("_", with: "/")
        text += String(repeating: "=", count: (4 - text.count % 4) % 4)
        return Data(base64Encoded: String(text)).map { Array($0) } ?? []
    }
}
