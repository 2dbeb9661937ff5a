import Testing

@testable import OpenSSLTokens

@Suite("Base64 for addresses")
struct Base64URLTests {
    @Test(
        "the examples of RFC 4648, 10 are written without padding",
        arguments: [
            ("", ""), ("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("fooba", "Zm9vYmE"),
            ("foobar", "Zm9vYmFy"),
        ])
    func examples(text: String, characters: String) {
        let encoded = Base64URL.encode(Array(text.utf8))

        #expect(encoded == Array(characters.utf8))
        #expect(Base64URL.decode(encoded) == Array(text.utf8))
    }

    @Test("every byte in every position comes back")
    func everyByte() {
        let texts = (0...255).flatMap { byte in (0..<3).map { [UInt8](repeating: 170, count: $0) + [UInt8(byte)] } }

        let decoded = texts.map { Base64URL.decode(Base64URL.encode($0)) }

        #expect(decoded == texts)
    }

    @Test("62 and 63 are the characters for addresses")
    func alphabet() {
        #expect(Base64URL.encode([0xFB, 0xFF]) == Array("-_8".utf8))
        #expect(Base64URL.decode(Array("-_8".utf8)) == [0xFB, 0xFF])
    }

    @Test(
        "nothing is read that would not be written",
        arguments: [
            "Zg==", "Zg=", "=", "Zh", "Zm9", "Z", "Zm9vY", "+_8", "-/8", "Zm 9v", " Zm9v", "Zm9v\n", "Zm9v.", "Zm9é",
            "Ｚm9v", "Zm9v\0",
        ])
    func refused(characters: String) {
        #expect(Base64URL.decode(Array(characters.utf8)) == nil)
    }
}
