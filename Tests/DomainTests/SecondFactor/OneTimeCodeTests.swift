import Testing

@testable import Domain

@Suite struct `A one-time code` {
    @Test func `is cut from an authentication code as RFC 4226, 5.4 shows`() throws {
        let mac: [UInt8] = [
            0x1F, 0x86, 0x98, 0x69, 0x0E, 0x02, 0xCA, 0x16, 0x61, 0x85, 0x50, 0xEF, 0x7F, 0x19, 0xDA, 0x8E, 0x94, 0x5B,
            0x55, 0x5A,
        ]

        let code = OneTimeCode(mac: mac)

        #expect(code.text == "872921")
    }

    @Test func `keeps its leading zeros, and ignores the uppermost bit of what it is cut from`() {
        let mac: [UInt8] = [0x80, 0, 0, 7] + [UInt8](repeating: 0, count: 16)

        #expect(OneTimeCode(mac: mac).text == "000007")
    }

    @Test(arguments: ["492039", " 492 039 "]) func `is read as people type it`(_ text: String) {
        #expect(OneTimeCode(text)?.text == "492039")
    }

    @Test(arguments: ["", "12345", "1234567", "12345a", "٤٩٢٠٣٩", "-12345"]) func `is six digits and nothing else`(
        _ text: String
    ) {
        #expect(OneTimeCode(text) == nil)
    }

    @Test func `is never printed`() throws {
        let code = try #require(OneTimeCode("492039"))
        let secret = OneTimeSecret(bits: 1, more: 2)
        let recovery = RecoveryCode(bits: 3)

        for text in [
            "\(code)", "\(secret)", "\(recovery)", "\(SecondFactorProof.code(code))", String(reflecting: secret),
        ] {
            #expect(text == "***")
        }
        #expect(Mirror(reflecting: secret).children.isEmpty && Mirror(reflecting: code).children.isEmpty)
        #expect(Mirror(reflecting: recovery).children.isEmpty)
        #expect(Mirror(reflecting: SecondFactorProof.unreadable).children.isEmpty)
        #expect([String(reflecting: code), String(reflecting: recovery)] == ["***", "***"])
        #expect(String(reflecting: SecondFactorProof.unreadable) == "***")
    }
}
