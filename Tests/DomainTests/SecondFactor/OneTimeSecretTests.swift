import Testing

@testable import Domain

@Suite struct `The secret of a second factor` {
    @Test(arguments: [
        ("", ""), ("f", "MY"), ("fo", "MZXQ"), ("foo", "MZXW6"), ("foob", "MZXW6YQ"), ("fooba", "MZXW6YTB"),
        ("foobar", "MZXW6YTBOI"),
    ]) func `is written in base32, as RFC 4648, 10 has it`(_ bytes: String, _ text: String) {
        #expect(Base32.encode(Array(bytes.utf8)) == text)
    }

    @Test func `has 160 bits, and no other number of them`() {
        let secret = OneTimeSecret(bits: .max, more: 0)

        #expect(secret.bytes.count == 20 && secret.base32.utf8.count == 32)
        #expect(OneTimeSecret([UInt8](repeating: 1, count: 20))?.bytes.count == 20)
        #expect(OneTimeSecret([UInt8](repeating: 1, count: 19)) == nil)
    }

    @Test func `is handed to authenticators as an address, in which no name can add anything`() throws {
        let secret = try #require(OneTimeSecret(Array("12345678901234567890".utf8)))

        let address = secret.address(of: Username(stored: "jo+y@é&x"))

        #expect(
            address == "otpauth://totp/Clinic:jo%2By%40%C3%A9%26x?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Clinic&algorithm=SHA1&digits=6&period=30")
    }

    @Test func `escapes bytes with two digits each`() {
        let address = OneTimeSecret(bits: 0, more: 0).address(of: Username(stored: "a\u{1}"))

        #expect(address.contains("Clinic:a%01?"))
    }
}
