import Application
import Domain
import Testing

@testable import OpenSSLTokens

@Suite("Tokens that were forged")
struct ForgedTokenTests {
    @Test(
        "a properly signed token with a header that is not ours is refused",
        arguments: [
            #"{"alg":"none","typ":"JWT"}"#, #"{"alg":"None"}"#, #"{"alg":"NONE"}"#, #"{"alg":"nOnE"}"#, #"{"alg":""}"#,
            #"{"alg":"hs256"}"#, #"{"alg":"Hs256"}"#, #"{"alg":"HS256 "}"#, #"{"alg":" HS256"}"#,
            #"{"alg":"HS256\u0000"}"#,
            #"{"alg":"ＨＳ２５６"}"#, #"{"alg":"HS384"}"#, #"{"alg":"HS512"}"#, #"{"alg":"RS256"}"#, #"{"alg":"ES256"}"#,
            #"{"alg":"PS256"}"#, #"{"alg":"EdDSA"}"#, #"{"alg":null}"#, #"{"alg":256}"#, #"{"alg":["HS256"]}"#,
            #"{"alg":{"HS256":1}}"#, #"{"ALG":"HS256"}"#, #"{"typ":"JWT"}"#, "{}", "[]", "\"HS256\"", "", "HS256",
            #"{"alg":"HS256","alg":"none"}"#, #"{"alg":"none","alg":"HS256"}"#, #"{"alg":"HS256","\u0061lg":"HS256"}"#,
            #"{"alg":"HS256","crit":["exp"],"exp":1}"#, #"{"alg":"HS256","crit":[]}"#, #"{"alg":"HS256","b64":false}"#,
            #"{"alg":"HS256","b64":true}"#, #"{"alg":"HS256","typ":"JWE"}"#, #"{"alg":"HS256","typ":"at+jwt"}"#,
            #"{"alg":"HS256","typ":1}"#, #"{"alg":"HS256"} "}"#, #"{"alg":"HS256",}"#, "\u{FEFF}{\"alg\":\"HS256\"}",
        ])
    func headers(header: String) throws {
        let token = try TestTokens.token(header: header)

        #expect(refusal(of: token) == .invalidToken)
    }

    @Test(
        "key material in a header is never used",
        arguments: [
            #"{"alg":"HS256","kid":"../../dev/null"}"#, #"{"alg":"HS256","kid":"' OR 1=1"}"#,
            #"{"alg":"HS256","jku":"https://example.com/keys"}"#, #"{"alg":"HS256","jwk":{"kty":"oct","k":"AA"}}"#,
            #"{"alg":"HS256","x5u":"https://example.com/cert"}"#,
        ])
    func keysInHeaders(header: String) throws {
        let ours = try TestTokens.token(header: header)
        let theirs = try TestTokens.token(header: header, key: "\0")

        #expect(refusal(of: ours) == nil)
        #expect(refusal(of: theirs) == .invalidToken)
    }

    @Test(
        "a token signed with another key is refused",
        arguments: [
            "another key", "\0", TestTokens.key + "!", String(TestTokens.key.dropLast()), TestTokens.key.uppercased(),
        ])
    func otherKeys(key: String) throws {
        let token = try TestTokens.token(key: key)

        #expect(refusal(of: token) == .invalidToken)
    }

    @Test("a token whose parts were moved, cut or multiplied is refused")
    func parts() throws {
        let parts = try TestTokens.token().split(separator: ".").map { String($0) }
        let (header, payload, code) = (parts[0], parts[1], parts[2])
        let unsecured = TestTokens.encoded(#"{"alg":"none"}"#)

        let forged = [
            "", ".", "..", "...", "....", header, payload, code, "\(header).\(payload)", "\(header).\(payload).",
            "\(header)..\(code)", ".\(payload).\(code)", "\(payload).\(header).\(code)", "\(header).\(code).\(payload)",
            "\(header).\(payload).\(code).", ".\(header).\(payload).\(code)", "\(header).\(payload).\(code).\(code)",
            "\(header).\(payload)..\(code)", "\(header)\(payload).\(code)", "\(unsecured).\(payload).",
            "\(unsecured).\(payload).\(code)", "\(header).\(payload).\(code)\(code)", "\(header).\(payload).\(payload)",
            "\(header).\(payload).null", "\(header).\(payload).\(code.dropLast())",
            "\(header).\(payload).\(code.dropFirst())",
            String(repeating: ".", count: 100_000), String(repeating: "A", count: 100_000),
            "\(header).\(payload).\(String(repeating: "A", count: 8192))",
        ]

        for token in forged { #expect(refusal(of: token) == .invalidToken, "\(token.prefix(60))") }
    }

    @Test("a token that is written in any but the canonical way is refused")
    func spelling() throws {
        let token = try TestTokens.token()
        let standardAlphabet = String(token.map { $0 == "-" ? "+" : $0 == "_" ? "/" : $0 })

        let forged = [
            token + "=", token + "==", " " + token, token + " ", token + "\n", token + "\0", "\u{FEFF}" + token,
            token.replacing(".", with: ". "), token.replacing(".", with: "=."), token.replacing(".", with: "．"),
            token.uppercased(), token.lowercased(), "Bearer " + token, "\"\(token)\"", withTrailingBits(token),
            standardAlphabet == token ? token + "+" : standardAlphabet, token + "\u{301}", "é" + token, "😀",
        ]

        for token in forged { #expect(refusal(of: token) == .invalidToken) }
    }

    @Test("no single changed character goes unnoticed")
    func everyCharacter() throws {
        let token = Array(try TestTokens.token())

        let accepted = token.indices.filter { index in
            var changed = token
            changed[index] = token[index] == "A" ? "B" : "A"
            return refusal(of: String(changed)) == nil
        }

        #expect(accepted.isEmpty)
    }

    @Test("parts that were signed in a form that is not canonical are refused all the same")
    func signedForms() throws {
        let header = TestTokens.encoded(TestTokens.header)
        let payload = TestTokens.encoded(TestTokens.payload())
        let inputs = [
            "\(header)=.\(payload)", "\(header).\(payload)=", "\(header)\n.\(payload)", "\(header).\(payload) ",
            "\(header).\(payload)+", "\(header).\(payload)A", "\(header).",
        ]

        for input in inputs { #expect(refusal(of: input + "." + (try TestTokens.code(of: input))) == .invalidToken) }
    }

    private func refusal(of token: String) -> SignInRefusal? {
        do throws(SignInRefusal) {
            _ = try OpenSSLTokenIssuer.forTests.verify(token, as: .access, at: TestTokens.newYear)
            return nil
        } catch {
            return error
        }
    }

    /// The same token with the bits set that its last character has beyond the last byte of the code.
    private func withTrailingBits(_ token: String) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_")
        let last = alphabet.firstIndex(of: token.last!)!
        return token.dropLast() + String(alphabet[last | 3])
    }
}

extension OpenSSLTokenIssuer {
    static let forTests = try! TestTokens.issuer()
}
