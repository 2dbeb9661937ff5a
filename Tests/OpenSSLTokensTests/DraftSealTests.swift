import Application
import Domain
import Testing

@testable import OpenSSLTokens

@Suite struct `Sealed drafts` {
    private let draft = Array("first_name=Ann".utf8)

    @Test func `are opened for the account that wrote them, under the same key`() throws {
        let seal = try OpenSSLDraftSeal(secretKey: "a key for tests that is long enough", random: OpenSSLRandomSource())
        let again = try OpenSSLDraftSeal(
            secretKey: "a key for tests that is long enough", random: OpenSSLRandomSource())
        let nurse = try #require(AccountID(1))

        let sealed = seal.seal(draft, of: nurse)

        #expect(again.open(sealed, of: nurse) == draft)
        #expect(!sealed.contains("Ann"))
        #expect(seal.seal(draft, of: nurse) != sealed)
    }

    @Test func `are nothing to others, under another key, or changed`() throws {
        let seal = try OpenSSLDraftSeal(secretKey: "a key for tests that is long enough", random: OpenSSLRandomSource())
        let other = try OpenSSLDraftSeal(
            secretKey: "another key that is as long as that", random: OpenSSLRandomSource())
        let (nurse, admin) = (try #require(AccountID(1)), try #require(AccountID(2)))

        let sealed = seal.seal(draft, of: nurse)

        #expect(seal.open(sealed, of: admin) == nil)
        #expect(other.open(sealed, of: nurse) == nil)
        #expect(seal.open("A" + sealed.dropFirst(), of: nurse) == nil || sealed.hasPrefix("A"))
        #expect(seal.open("", of: nurse) == nil)
    }
}
