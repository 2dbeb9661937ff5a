import Domain
import Testing

@Suite struct `A recovery code` {
    @Test func `has 120 bits in six groups of four characters`() {
        let code = RecoveryCode(bits: .max)

        #expect(code.text == "7777-7777-7777-7777-7777-7777")
        #expect(RecoveryCode(bits: 1 << 119) != RecoveryCode(bits: 0))
    }

    @Test func `is read in any case, with or without its hyphens`() {
        let code = RecoveryCode(bits: 0x1234_5678_9ABC_DEF0_1234_5678_9ABC_DEF0)

        let read = [code.text, code.text.lowercased(), code.key, " " + code.text.replacing("-", with: " ")].map {
            RecoveryCode($0)
        }

        #expect(read == [code, code, code, code])
    }

    @Test(arguments: [
        "", "7777-7777-7777-7777-7777-777", "7777-7777-7777-7777-7777-77778", "1777-7777-7777-7777-7777-7777",
    ])
    func `of another form is none`(_ text: String) {
        #expect(RecoveryCode(text) == nil)
    }
}
