import Application
import Domain
import Testing

@testable import OpenSSLTokens

@Suite struct `A token whose signature was found good before` {
    @Test func `still runs out, and is still of one kind`() throws {
        let issuer = try TestTokens.issuer()
        let claims = TokenClaims(
            kind: .access, account: try #require(AccountID(7)), session: SessionID(bits: 1), id: "a",
            issuedAt: TestTokens.newYear, expiresAt: TestTokens.newYear.adding(seconds: 60))
        let token = issuer.sign(claims)
        let first = try issuer.verify(token, as: .access, at: TestTokens.newYear)

        let again = try issuer.verify(token, as: .access, at: TestTokens.newYear.adding(seconds: 59))
        let late = refusal { () throws(SignInRefusal) in
            try issuer.verify(token, as: .access, at: TestTokens.newYear.adding(seconds: 60))
        }
        let other = refusal { () throws(SignInRefusal) in
            try issuer.verify(token, as: .refresh, at: TestTokens.newYear)
        }

        #expect(first == claims && again == claims)
        #expect(late == .expiredToken)
        #expect(other == .wrongTokenType)
    }

    @Test func `is asked again when it is not good yet`() throws {
        let issuer = try TestTokens.issuer()
        let start = TestTokens.newYear.seconds
        let token = try TestTokens.token(
            payload: TestTokens.payload(["nbf": "\(start)", "exp": "\(start + 60)"]))
        _ = try issuer.verify(token, as: .access, at: TestTokens.newYear)

        let early = refusal { () throws(SignInRefusal) in
            try issuer.verify(token, as: .access, at: TestTokens.newYear.adding(seconds: -1))
        }

        #expect(early == .invalidToken)
    }

    private func refusal(_ verify: () throws(SignInRefusal) -> TokenClaims) -> SignInRefusal? {
        do throws(SignInRefusal) {
            _ = try verify()
            return nil
        } catch {
            return error
        }
    }
}
