import Application
import Domain
import Testing

@testable import OpenSSLTokens

@Suite("Claims that were signed but are wrong")
struct SignedClaimsTests {
    @Test(
        "a payload that is no object of known claims is refused",
        arguments: [
            "", "null", "[]", "42", "\"access\"", "{}", "{", TestTokens.payload() + "x", " ", #"{"exp":1767226200}"#,
            #"{"exp":1767226200,"exp":1767226200}"#, "\u{FEFF}" + TestTokens.payload(),
        ])
    func payloads(payload: String) throws {
        #expect(try refusal(of: payload) == .invalidToken)
    }

    @Test("a claim that is missing makes a token invalid", arguments: ["token_type", "exp", "iat", "jti", "user_id"])
    func missing(name: String) throws {
        #expect(try refusal(of: TestTokens.payload([name: nil])) == .invalidToken)
    }

    @Test("a session that is missing is for others to refuse")
    func missingSession() throws {
        let token = try TestTokens.token(payload: TestTokens.payload(["sid": nil]))

        let claims = try TestTokens.issuer().verify(token, as: .access, at: TestTokens.newYear)

        #expect(claims.session == nil)
    }

    @Test(
        "a claim of a wrong kind or form makes a token invalid",
        arguments: [
            ("exp", "\"1767226200\""), ("exp", "1767226200.5"), ("exp", "1767226200.0"), ("exp", "1.767e9"),
            ("exp", "null"), ("exp", "true"), ("exp", "[1767226200]"), ("exp", "9223372036854775807"),
            ("exp", "99999999999999999999"), ("exp", "253402300800"), ("exp", "-62135596801"),
            ("exp", "-9223372036854775808"),
            ("iat", "\"1767225600\""), ("iat", "1.5"), ("iat", "null"), ("iat", "9223372036854775807"),
            ("nbf", "\"0\""), ("nbf", "null"), ("nbf", "0.5"), ("nbf", "9223372036854775807"),
            ("token_type", "null"), ("token_type", "1"), ("token_type", "[\"access\"]"),
            ("jti", "1"), ("jti", "null"), ("jti", "\"\""),
            ("user_id", "42"), ("user_id", "null"), ("user_id", "\"\""), ("user_id", "\"0\""), ("user_id", "\"-1\""),
            ("user_id", "\"+42\""), ("user_id", "\"042\""), ("user_id", "\" 42\""), ("user_id", "\"42.0\""),
            ("user_id", "\"٤٢\""), ("user_id", "\"9223372036854775808\""), ("user_id", "\"admin\""),
            ("user_id", "[\"42\"]"),
            ("gen", "null"), ("gen", "-1"), ("gen", "1.0"), ("gen", "\"1\""), ("gen", "2147483648"),
            ("sid", "null"), ("sid", "\"\""), ("sid", "161"), ("sid", "\"000000000000000000000000000000A1\""),
            ("sid", "\"000000000000000000000000000000a\""), ("sid", "\"000000000000000000000000000000a1 \""),
        ])
    func wrongForm(name: String, value: String) throws {
        #expect(try refusal(of: TestTokens.payload([name: value])) == .invalidToken)
    }

    @Test("a claim that occurs twice makes a token invalid", arguments: ["exp", "user_id", "sid", "unknown"])
    func twice(name: String) throws {
        let payload = TestTokens.payload(["unknown": "1"]).replacing("}", with: ",\"\(name)\":1}")

        #expect(try refusal(of: payload) == .invalidToken)
    }

    @Test(
        "a token of a kind that is not ours is of the wrong kind",
        arguments: ["refresh", "sliding", "Access", "", "access "])
    func kinds(kind: String) throws {
        #expect(try refusal(of: TestTokens.payload(["token_type": "\"\(kind)\""])) == .wrongTokenType)
    }

    @Test(
        "a token that ran out is expired, whatever else it lacks",
        arguments: ["token_type", "iat", "jti", "user_id", "sid", "unknown"])
    func expiredFirst(name: String) throws {
        let payload = TestTokens.payload(["exp": "1767225600", name: nil])

        #expect(try refusal(of: payload) == .expiredToken)
    }

    @Test("the first and the last second of the calendar are read", arguments: ["-62135596800", "0", "253402300799"])
    func bounds(seconds: String) throws {
        let payload = TestTokens.payload(["exp": seconds])

        let expected: SignInRefusal? = seconds.hasPrefix("2") ? nil : .expiredToken

        #expect(try refusal(of: payload) == expected)
    }

    private func refusal(of payload: String) throws -> SignInRefusal? {
        let token = try TestTokens.token(payload: payload)
        do throws(SignInRefusal) {
            _ = try OpenSSLTokenIssuer.forTests.verify(token, as: .access, at: TestTokens.newYear)
            return nil
        } catch {
            return error
        }
    }
}
