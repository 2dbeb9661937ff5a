/// A token that no server may take, and the trick that it tries.
struct ForgedToken: Sendable {
    let trick: String
    let token: String

    init(_ trick: String, _ token: String) {
        self.trick = trick
        self.token = token
    }

    /// Whether it can be sent behind `Bearer`: HTTP's fields take no line breaks, and credentials no spaces.
    var fitsHeader: Bool { token.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F } && !token.isEmpty }

    /// Those of whoever knows no key.
    static func withoutKey(_ forge: TokenForge) -> [ForgedToken] {
        algorithms(forge) + confusedKeys(forge) + keyReferences(forge) + spellings(forge)
    }

    /// Algorithms of which there is no signature to check, or another than ours.
    private static func algorithms(_ forge: TokenForge) -> [ForgedToken] {
        let nothing = ["none", "None", "NONE", "nOnE", "noNe", "none ", "", "null", "n\\u006fne", "ｎone"]
        let others = ["HS256", "hs256", "HS384", "HS512", "RS256", "RS512", "PS256", "ES256", "ES256K", "EdDSA", "dir"]
        return nothing.map { ForgedToken("alg \($0), unsigned", forge.unsigned(header: #"{"alg":"\#($0)"}"#)) }
            + nothing.map {
                ForgedToken(
                    "alg \($0), signature kept", forge.unsigned(header: #"{"alg":"\#($0)"}"#, third: forge.parts[2]))
            }
            + others.map {
                ForgedToken("alg \($0), unsigned", forge.unsigned(header: #"{"alg":"\#($0)","typ":"JWT"}"#))
            }
            + ["{}", "[]", "null", #"{"alg":null}"#, #"{"typ":"JWT"}"#, #"{"alg":["none"]}"#, #"{"alg":0}"#, "", "{"]
            .map {
                ForgedToken("header \($0)", forge.unsigned(header: $0))
            }
    }

    /// Keys that are public, empty, or easily guessed.
    private static func confusedKeys(_ forge: TokenForge) -> [ForgedToken] {
        let publicKey = """
            -----BEGIN PUBLIC KEY-----
            MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEEVs/o5+uQbTjL3chynL4wXgUg2R9
            q9UU8I5mEovUf86QZ7kOBIjJwqnzD1omageEHWwHdBO6B+dFabmdT9POxg==
            -----END PUBLIC KEY-----

            """
        let keys = [
            "", "\0", "secret", "key", "clinic", "password", "changeme", "SECRET_KEY", publicKey,
            String(publicKey.dropLast()),
            TestDatabase.secretKey.lowercased(), String(TestDatabase.secretKey.dropLast()),
            " " + TestDatabase.secretKey, TokenForge.encoded(Array(TestDatabase.secretKey.utf8)), "null", "undefined",
        ]
        return keys.enumerated().map { ForgedToken("signed with guess \($0.offset)", forge.signed(key: $0.element)) }
            + [
                ForgedToken(
                    "a public key as HMAC key", forge.signed(header: #"{"alg":"RS256","typ":"JWT"}"#, key: publicKey)),
                ForgedToken(
                    "a public key as HMAC key", forge.signed(header: #"{"alg":"ES256","typ":"JWT"}"#, key: publicKey)),
            ]
    }

    /// Headers that bring a key, or say where one is.
    private static func keyReferences(_ forge: TokenForge) -> [ForgedToken] {
        let members = [
            #""kid":"../../../../dev/null""#, #""kid":"/dev/null""#, #""kid":"' UNION SELECT 'k' -- ""#, #""kid":"""#,
            #""kid":null"#, #""kid":"key.pem; sleep 1""#, #""jku":"https://attacker.example/keys.json""#,
            #""jku":"http://127.0.0.1/keys.json""#, #""jwk":{"kty":"oct","k":"AA"}"#,
            #""x5u":"https://attacker.example/c.pem""#,
            #""x5c":["MIIB"]"#, #""x5t":"AAAA""#, #""x5t#S256":"AAAA""#, #""crit":["exp"],"exp":1"#, #""b64":false"#,
            #""zip":"DEF""#, #""cty":"JWT""#, #""enc":"A256GCM""#, #""p2c":100000000,"p2s":"AA""#,
            #""epk":{"kty":"EC"}"#,
        ]
        return members.map { member in
            ForgedToken(
                "header with \(member)", forge.signed(header: #"{"alg":"HS256","typ":"JWT",\#(member)}"#, key: "\0"))
        }
    }

    /// The genuine token, cut, stretched, turned around and written otherwise.
    private static func spellings(_ forge: TokenForge) -> [ForgedToken] {
        let genuine = forge.parts.joined(separator: ".")
        let long = String(repeating: "A", count: 9_000)
        let written: [String] = [
            genuine + ".", "." + genuine, String(genuine.dropLast()), String(genuine.dropLast(8)), genuine + "A",
            genuine + "AAAA", genuine + "=", genuine + "==", genuine + "\u{301}", "\u{FEFF}" + genuine, "é" + genuine,
            "\"" + genuine + "\"", genuine.uppercased(), genuine.lowercased(), String(genuine.reversed()),
            genuine + "," + genuine, genuine.replacing("eyJ", with: "eyI"), genuine.replacing(".", with: "．"),
            genuine.replacing(".", with: "%2E"), genuine.replacing(".", with: "=."), genuine.replacing(".", with: " ."),
            genuine + long, genuine + "\0", genuine + "\u{7F}", "Bearer " + genuine, long,
            String(repeating: ".", count: 9_000), "😀.😀.😀", "null", "undefined", "0", "{}", "' OR 1=1 --",
            "'OR/**/1=1--", "../../etc/passwd", ".", "..", "...",
        ]
        return (written + rearranged(forge.parts[0], forge.parts[1], forge.parts[2])).enumerated().map {
            ForgedToken("spelling \($0.offset)", $0.element)
        }
    }

    private static func rearranged(_ header: String, _ payload: String, _ code: String) -> [String] {
        let zeros = TokenForge.encoded([UInt8](repeating: 0, count: 32))
        let parts: [[String]] = [
            [header, payload, ""], [header, payload], [header, "", code], ["", payload, code], [header],
            ["", "", code],
            [payload, header, code], [header, code, payload], [header, payload, code, code], [header, payload, header],
            [header, payload, code, payload, code], [header, payload, zeros], [header, header, code],
        ]
        return parts.map { $0.joined(separator: ".") }
    }
}
