import Domain
import Testing

@Suite("Passwords")
struct PasswordTests {
    @Test("white space around a password is not part of it, white space inside is")
    func trimming() throws {
        #expect(try Password(" \u{3000}correct horse\n").clearText == "correct horse")
    }

    @Test("a password of nothing but white space is blank", arguments: ["", " ", "\t\n", "\u{A0}\u{1F}"])
    func blank(raw: String) {
        #expect(refusal { () throws(FieldError.Reason) in try Password(raw) } == .blank)
    }

    @Test("a null character is refused")
    func nullCharacter() {
        #expect(refusal { () throws(FieldError.Reason) in try Password("secret\0secret") } == .nullCharacters)
    }

    @Test("1024 bytes of UTF-8 are the most, however few characters they are")
    func length() {
        let texts =
            [1024, 1025].map { String(repeating: "x", count: $0) }
            + [256, 257].map { String(repeating: "🔐", count: $0) }

        let refusals = texts.map { text in refusal { () throws(FieldError.Reason) in try Password(text) } }

        #expect(refusals == [nil, .passwordTooLong(maximum: 1024), nil, .passwordTooLong(maximum: 1024)])
    }

    @Test("passwords are equal when written with the same characters, not when they look alike")
    func equality() throws {
        #expect(try Password("café") == Password("café"))
        #expect(try Password("caf\u{E9}") != Password("cafe\u{301}"))
        #expect(try Password("secret") != Password("Secret"))
    }

    @Test("neither a password nor a hash is ever printed, alone or inside of other things")
    func printing() throws {
        let password = try Password("correct horse")
        let hash = PasswordHash(phc: "correct horse")

        for printed in printings(of: password) + printings(of: hash) + printings(of: [password]) + printings(of: [hash])
            + printings(of: Holder(password: password, hash: hash)) + printings(of: Optional(password))
            + printings(of: ["key": hash])
        {
            #expect(!printed.contains("correct") && !printed.contains("horse"))
        }
        #expect("\(password)" == "***" && "\(hash)" == "***")
        #expect(password.debugDescription == "***" && hash.debugDescription == "***")
        #expect(Mirror(reflecting: password).children.isEmpty && Mirror(reflecting: hash).children.isEmpty)
    }

    @Test("hashes are equal when their texts are")
    func hashes() {
        #expect(PasswordHash(phc: "a") == PasswordHash(phc: "a"))
        #expect(PasswordHash(phc: "a") != PasswordHash(phc: "b"))
    }

    private struct Holder {
        let password: Password
        let hash: PasswordHash
    }

    private func printings(of value: some Any) -> [String] {
        var dumped = ""
        dump(value, to: &dumped)
        return [dumped, "\(value)", String(describing: value), String(reflecting: value)]
    }
}
