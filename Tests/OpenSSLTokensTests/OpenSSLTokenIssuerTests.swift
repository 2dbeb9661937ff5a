import Application
import Domain
import Testing

@testable import OpenSSLTokens

@Suite("Tokens that were issued")
struct OpenSSLTokenIssuerTests {
    private static let newYear = TestTokens.newYear

    @Test("a signed token gives back its claims", arguments: TokenKind.allCases, [SessionID(bits: 1), nil])
    func roundTrip(kind: TokenKind, session: SessionID?) throws {
        let issuer = try TestTokens.issuer()
        let claims = TokenClaims(
            kind: kind, account: AccountID(.max)!, session: session, id: "ffffffffffffffffffffffffffffffff",
            issuedAt: Self.newYear, expiresAt: Self.newYear.adding(seconds: 1))

        let verified = try issuer.verify(issuer.sign(claims), as: kind, at: Self.newYear)

        #expect(verified == claims)
    }

    @Test("a refresh token tells its generation, which is 0 where nothing is said", arguments: [0, 1, Int(Int32.max)])
    func generation(number: Int) throws {
        let issuer = try TestTokens.issuer()
        let claims = TokenClaims(
            kind: .refresh, account: AccountID(1)!, session: TestTokens.session, generation: number, id: "a",
            issuedAt: Self.newYear, expiresAt: Self.newYear.adding(seconds: 1))

        let token = issuer.sign(claims)
        let payload = try #require(Base64URL.decode(Array(token.split(separator: ".")[1].utf8)))

        let verified = try issuer.verify(token, as: .refresh, at: Self.newYear)
        #expect(verified == claims)
        #expect(JSONReader.value(of: payload)?.object?["gen"] == (number == 0 ? nil : .integer(Int64(number))))
    }

    @Test("the claims have the names and kinds that SimpleJWT gives them")
    func form() throws {
        let parts = try TestTokens.issuer().sign(TestTokens.claims).split(separator: ".")

        let header = try #require(Base64URL.decode(Array(parts[0].utf8)))
        let payload = try #require(Base64URL.decode(Array(parts[1].utf8)))

        #expect(String(decoding: header, as: UTF8.self) == TestTokens.header)
        #expect(
            JSONReader.value(of: payload)
                == .object([
                    "token_type": .text("access"), "exp": .integer(1_767_226_200), "iat": .integer(1_767_225_600),
                    "jti": .text("0123456789abcdef0123456789abcdef"), "user_id": .text("42"),
                    "sid": .text("000000000000000000000000000000a1"),
                ]))
    }

    @Test("times are kept to the second, rounded towards the past")
    func seconds() throws {
        let issuer = try TestTokens.issuer()
        let claims = TokenClaims(
            kind: .access, account: AccountID(1)!, session: nil, id: "a",
            issuedAt: Instant(microseconds: -1), expiresAt: Instant(microseconds: 9_999_999))

        let verified = try issuer.verify(issuer.sign(claims), as: .access, at: Instant(microseconds: 0))

        #expect(verified.issuedAt.microseconds == -1_000_000 && verified.expiresAt.microseconds == 9_000_000)
    }

    @Test("an identifier with quotes and control characters does not break out of its claim")
    func escaping() throws {
        let issuer = try TestTokens.issuer()
        let id = "a\",\"sid\":\"\\\u{1}\u{1F}\0é"
        let claims = TokenClaims(
            kind: .access, account: AccountID(1)!, session: nil, id: id, issuedAt: Self.newYear,
            expiresAt: Self.newYear.adding(minutes: 1))

        let verified = try issuer.verify(issuer.sign(claims), as: .access, at: Self.newYear)

        #expect(verified.id == id && verified.session == nil)
    }

    @Test("a token is good until, not including, the instant of its expiry")
    func expiry() throws {
        let issuer = try TestTokens.issuer()
        let token = issuer.sign(TestTokens.claims)
        let expiry = TestTokens.claims.expiresAt

        let verified = try issuer.verify(token, as: .access, at: Instant(microseconds: expiry.microseconds - 1))

        #expect(verified == TestTokens.claims)
        #expect(throws: SignInRefusal.expiredToken) { try issuer.verify(token, as: .access, at: expiry) }
    }

    @Test("a token of the other kind is refused, but one that also ran out is called expired")
    func kinds() throws {
        let issuer = try TestTokens.issuer()
        let token = issuer.sign(TestTokens.claims)

        #expect(throws: SignInRefusal.wrongTokenType) { try issuer.verify(token, as: .refresh, at: Self.newYear) }
        #expect(throws: SignInRefusal.expiredToken) {
            try issuer.verify(token, as: .refresh, at: TestTokens.claims.expiresAt)
        }
    }

    @Test("a token that Python wrote with spaces and without a session is read, and expires")
    func python() throws {
        let token =
            "eyJhbGciOiAiSFMyNTYiLCAidHlwIjogIkpXVCJ9.eyJ0b2tlbl90eXBlIjogImFjY2VzcyIsICJleHAiOiAxNzY3MjI1NjAwLCAiaWF0IjogMTc2NzIyMjAwMCwgImp0aSI6ICIwMTIzNDU2Nzg5YWJjZGVmMDEyMzQ1Njc4OWFiY2RlZiIsICJ1c2VyX2lkIjogIjEifQ.CKrqySW23VMv4T9CDW15AioftWkHM_2wolJJeXKJbuQ"
        let issuer = try TestTokens.issuer()

        let before = try issuer.verify(token, as: .access, at: Self.newYear.adding(seconds: -1))

        #expect(before.session == nil && before.account.number == 1)
        #expect(throws: SignInRefusal.expiredToken) { try issuer.verify(token, as: .access, at: Self.newYear) }
    }

    @Test("a token that may be used from now on is good, one from later on is not")
    func notBefore() throws {
        let issuer = try TestTokens.issuer()
        let tokens = try ["1767225600", "1767225601"].map {
            try TestTokens.token(payload: TestTokens.payload(["nbf": $0]))
        }

        let verified = try issuer.verify(tokens[0], as: .access, at: Self.newYear)

        #expect(verified == TestTokens.claims)
        #expect(throws: SignInRefusal.invalidToken) { try issuer.verify(tokens[1], as: .access, at: Self.newYear) }
    }

    @Test(
        "members that mean nothing here do not harm",
        arguments: [["aud": "[\"x\"]"], ["role": "\"admin\""], ["extra": "{\"exp\":1}"], ["iss": "null"]])
    func extraClaims(changes: [String: String]) throws {
        let token = try TestTokens.token(payload: TestTokens.payload(changes.mapValues { $0 }))

        let verified = try TestTokens.issuer().verify(token, as: .access, at: Self.newYear)

        #expect(verified == TestTokens.claims)
    }

    @Test("a key of no bytes is refused")
    func emptyKey() {
        #expect(throws: TokenKeyRefusal.empty) { try OpenSSLTokenIssuer(secretKey: "") }
    }

    @Test("random bits do not repeat")
    func random() {
        let random = OpenSSLRandomSource()

        let bits = Set((0..<1000).map { _ in random.bits() })

        #expect(bits.count == 1000)
    }
}
