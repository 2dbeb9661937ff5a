import Application
import Domain
import Testing

@testable import OpenSSLTokens

@Suite struct `The secrets of second factors` {
    private let account = AccountID(42)!
    private let secret = OneTimeSecret(Array("12345678901234567890".utf8))!

    @Test(
        arguments: [
            (59, "287082"), (1_111_111_109, "081804"), (1_111_111_111, "050471"), (1_234_567_890, "005924"),
            (2_000_000_000, "279037"), (20_000_000_000, "353130"),
        ] as [(Int64, String)]) func `have the codes of RFC 6238, appendix B, to six digits`(
            _ time: Int64, _ expected: String
        ) throws
    {
        let secrets = try OpenSSLSecondFactorSecrets(secretKey: TestTokens.key, random: OpenSSLRandomSource())

        let code = secrets.code(of: secret, step: TimeStep.number(at: Instant(microseconds: 0).adding(seconds: time)))

        #expect(code.text == expected)
    }

    @Test func `are sealed for one account, under one key, differently each time`() throws {
        let random = OpenSSLRandomSource()
        let secrets = try OpenSSLSecondFactorSecrets(secretKey: TestTokens.key, random: random)
        let others = try OpenSSLSecondFactorSecrets(secretKey: TestTokens.key + "!", random: random)

        let sealed = secrets.seal(secret, of: account)

        #expect(secrets.open(sealed, of: account) == secret)
        #expect(secrets.open(sealed, of: AccountID(43)!) == nil)
        #expect(others.open(sealed, of: account) == nil)
        #expect(secrets.seal(secret, of: account) != sealed)
        #expect(!sealed.contains(secret.base32))
    }

    @Test func `changed anywhere are not opened`() throws {
        let secrets = try OpenSSLSecondFactorSecrets(secretKey: TestTokens.key, random: OpenSSLRandomSource())
        let sealed = Array(secrets.seal(secret, of: account))

        let changed = sealed.indices.map { index in
            var copy = sealed
            copy[index] = copy[index] == "A" ? "B" : "A"
            return String(copy)
        }

        #expect(changed.allSatisfy { secrets.open($0, of: account) == nil })
        #expect(["", "1.", "2.AAAA", "1.AAAA"].allSatisfy { secrets.open($0, of: account) == nil })
    }

    @Test func `have digests of recovery codes that differ by code, account and key`() throws {
        let random = OpenSSLRandomSource()
        let secrets = try OpenSSLSecondFactorSecrets(secretKey: TestTokens.key, random: random)
        let others = try OpenSSLSecondFactorSecrets(secretKey: TestTokens.key + "!", random: random)
        let code = RecoveryCode(bits: 7)

        let digests = [
            secrets.digest(of: code, of: account), secrets.digest(of: RecoveryCode(bits: 8), of: account),
            secrets.digest(of: code, of: AccountID(43)!), others.digest(of: code, of: account),
        ]

        #expect(Set(digests).count == 4)
        #expect(secrets.digest(of: code, of: account) == digests[0])
        #expect(digests.allSatisfy { $0.utf8.count == 43 && !$0.contains(code.key) })
    }
}
