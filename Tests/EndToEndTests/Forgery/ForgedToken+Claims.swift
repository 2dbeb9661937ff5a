extension ForgedToken {
    /// Claims that make no sense, properly signed: what whoever got hold of the key, or of a flaw, could send.
    ///
    /// - Parameters:
    ///   - other: the claims of another account's genuine token.
    ///   - ended: those of a token whose session has ended.
    static func withKey(_ forge: TokenForge, other: TokenForge, ended: TokenForge) -> [ForgedToken] {
        headers(forge) + missing(forge) + illTyped(forge) + foreign(forge, other, ended) + payloads(forge)
    }

    private static func headers(_ forge: TokenForge) -> [ForgedToken] {
        let headers = [
            #"{"alg":"none"}"#, #"{"alg":"RS256"}"#, #"{"alg":"hs256"}"#, #"{"alg":"HS256","alg":"none"}"#, "{}",
            #"{"alg":"HS256","\u0061lg":"HS256"}"#, #"{"alg":"HS256","typ":"JWE"}"#, #"{"alg":"HS256","crit":["exp"]}"#,
            #"{"alg":"HS256","b64":false}"#, #"{"alg":"HS256"}{}"#,
        ]
        return headers.map { ForgedToken("signed header \($0)", forge.signed(header: $0)) } + [
            ForgedToken("HS384", forge.signed(header: #"{"alg":"HS384","typ":"JWT"}"#, digest: .sha384)),
            ForgedToken("HS512", forge.signed(header: #"{"alg":"HS512","typ":"JWT"}"#, digest: .sha512)),
            ForgedToken("HS512 said to be HS256", forge.signed(digest: .sha512)),
        ]
    }

    private static func missing(_ forge: TokenForge) -> [ForgedToken] {
        ["exp", "iat", "jti", "user_id", "sid", "token_type"].map {
            ForgedToken("without \($0)", forge.signed(forge.payload([$0: JSON?.none])))
        }
    }

    private static func illTyped(_ forge: TokenForge) -> [ForgedToken] {
        let values: [(String, [JSON])] = [
            (
                "exp",
                [
                    .null, "4102444800", .digits("1e99"), .digits("4102444800.5"), [], true,
                    .digits("99999999999999999999"),
                ]
            ),
            ("iat", [.null, "0", .digits("1e99"), true]),
            ("nbf", [.null, "0", .digits("4102444800"), .digits("1e99")]),
            ("jti", [.null, "", 1, ["a"]]),
            (
                "user_id",
                [.null, 1, "", "0", "-1", "+1", "01", " 1", "1 ", "1e0", "1'--", ["1"], true, "9223372036854775808"]
            ),
            ("sid", [.null, "", 1, "x", "00000000000000000000000000000000", ["a"], "' OR 1=1 --"]),
            ("token_type", [.null, 1, ["access"]]), ("gen", [-1, "0", .null, .digits("0.5"), .digits("1e99")]),
        ]
        return values.flatMap { name, values in
            values.map { ForgedToken("\(name) \($0.written)", forge.signed(forge.payload([name: $0]))) }
        }
    }

    /// Claims of several tokens mixed.
    private static func foreign(_ forge: TokenForge, _ other: TokenForge, _ ended: TokenForge) -> [ForgedToken] {
        [
            ForgedToken("another account", forge.signed(forge.payload(["user_id": other.claims["user_id"]]))),
            ForgedToken("an account that is not there", forge.signed(forge.payload(["user_id": "4711"]))),
            ForgedToken("another account's session", forge.signed(forge.payload(["sid": other.claims["sid"]]))),
            ForgedToken("a session that has ended", forge.signed(forge.payload(["sid": ended.claims["sid"]]))),
            ForgedToken("a token whose session has ended", ended.parts.joined(separator: ".")),
            ForgedToken(
                "another token's signature", "\(forge.parts[0]).\(forge.parts[1]).\(other.parts[2])"),
            ForgedToken("another token's payload", "\(forge.parts[0]).\(other.parts[1]).\(forge.parts[2])"),
        ]
    }

    /// Payloads that are not one object of claims.
    private static func payloads(_ forge: TokenForge) -> [ForgedToken] {
        let key = Array(TestDatabase.secretKey.utf8)
        let genuine = forge.payload()
        let texts: [String] = [
            forge.payload(appending: #","user_id":"1""#), forge.payload(appending: #","exp":4102444800"#),
            forge.payload(appending: #","\u0075ser_id":"2""#), "", "{}", "null", "[]", "[\(genuine)]", "\"\(genuine)\"",
            genuine + genuine, genuine + "x", "\u{FEFF}" + genuine, String(genuine.dropLast()),
            genuine.replacing("\"", with: "'"),
            forge.payload(appending: #","x":"\ud800""#), forge.payload(appending: ",\"x\":\"\u{1}\""),
            forge.payload(
                appending: ",\"x\":" + String(repeating: "[", count: 1_000) + String(repeating: "]", count: 1_000)),
            forge.payload(appending: ",\"x\":\"" + String(repeating: "a", count: 7_000) + "\""),
        ]
        return texts.enumerated().map { ForgedToken("payload \($0.offset)", forge.signed($0.element)) } + [
            ForgedToken(
                "invalid UTF-8", forge.signed(bytes: Array(genuine.utf8.dropLast()) + [0x2C, 0xFF, 0x7D], key: key)),
            ForgedToken(
                "UTF-16", forge.signed(bytes: genuine.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }, key: key)),
        ]
    }
}
