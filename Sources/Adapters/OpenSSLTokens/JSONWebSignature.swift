/// Signs and checks the compact form of JSON Web Signatures (RFC 7515, 7.1) with HS256 and one key.
///
/// Algorithm, key and type are decided here. Of a header it is only asked whether it says the same: the
/// recommendations of RFC 8725, 3.1 and 3.11. `kid`, `jku`, `jwk` and their kin are never looked at.
struct JSONWebSignature: Sendable {
    /// The greatest number of bytes of a token; nothing that we sign comes near it.
    static let maximumLength = 8192

    private static let header = Base64URL.encode(Array(#"{"alg":"HS256","typ":"JWT"}"#.utf8))
    private static let dot = UInt8(ascii: ".")

    private let authenticator: HMACSHA256

    /// - Throws: `TokenKeyRefusal`.
    init(key: [UInt8]) throws(TokenKeyRefusal) { authenticator = try HMACSHA256(key: key) }

    /// The payload with header and signature.
    func sign(_ payload: [UInt8]) -> String {
        let input = JSONWebSignature.header + [JSONWebSignature.dot] + Base64URL.encode(payload)
        let token = input + [JSONWebSignature.dot] + Base64URL.encode(authenticator.code(of: input))
        return String(decoding: token, as: UTF8.self)
    }

    /// The payload of a token that was signed with this key.
    ///
    /// Nothing of it is interpreted before its signature was found good.
    /// - Returns: `nil` for any other token.
    func payload(of token: String) -> [UInt8]? {
        guard token.utf8.count <= JSONWebSignature.maximumLength else { return nil }
        let bytes = Array(token.utf8)
        let parts = bytes.split(separator: JSONWebSignature.dot, maxSplits: 3, omittingEmptySubsequences: false)
        guard parts.count == 3, let signature = Base64URL.decode(parts[2]) else { return nil }
        let input = bytes[..<parts[1].endIndex]
        guard authenticator.isCode(signature, of: input), let header = Base64URL.decode(parts[0]),
            JSONWebSignature.isOurs(header: header)
        else { return nil }
        return Base64URL.decode(parts[1])
    }

    /// Whether a header names our algorithm and type and asks for nothing that we do not do (RFC 7515, 4.1.11; RFC 7797).
    private static func isOurs(header: [UInt8]) -> Bool {
        guard let members = JSONReader.value(of: header)?.object, members["alg"] == .text("HS256"),
            members["crit"] == nil, members["b64"] == nil
        else { return false }
        guard let type = members["typ"] else { return true }
        return type == .text("JWT")
    }
}
