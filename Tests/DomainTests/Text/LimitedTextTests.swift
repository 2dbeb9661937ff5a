import Domain
import Testing

@Suite("Texts with limits")
struct LimitedTextTests {
    @Test(
        "every kind of text takes as many characters as its limit, and not one more",
        arguments: [
            limit(of: PersonName.self, is: 100), limit(of: PhoneNumber.self, is: 20),
            limit(of: Specialization.self, is: 100),
            limit(of: LicenseNumber.self, is: 50), limit(of: SpokenLanguages.self, is: 200),
            limit(of: InsuranceProvider.self, is: 100), limit(of: InsuranceNumber.self, is: 50),
            limit(of: FreeText.self, is: 10_000), limit(of: AccountHolderName.self, is: 150),
            limit(of: Username.self, is: 150),
        ])
    func limits(limit: Limit) {
        // "é" is one character of two bytes; with a combining accent it is two; a family emoji is seven.
        let refusals = [
            limit.refusal(String(repeating: "é", count: limit.maximum)),
            limit.refusal(String(repeating: "é", count: limit.maximum + 1)),
            limit.refusal("  " + String(repeating: "x", count: limit.maximum) + "\n"),
        ]

        #expect(refusals == [nil, .tooLong(maximum: limit.maximum), nil])
        #expect(limit.declared == limit.maximum)
    }

    @Test(
        "characters are counted as databases count them, not as they look",
        arguments: [("e\u{301}", 2), ("😀", 1), ("👨‍👩‍👧‍👦", 7), ("🇩🇪", 2), ("日", 1), ("\u{1F468}\u{1F3FD}", 2)])
    func counting(character: String, count: Int) {
        let fitting = String(repeating: character, count: 20 / count)
        let excess = fitting + String(repeating: "x", count: 21 - 20 / count * count)

        #expect(refusal { () throws(FieldError.Reason) in try PhoneNumber(fitting) } == nil)
        #expect(refusal { () throws(FieldError.Reason) in try PhoneNumber(excess) } == .tooLong(maximum: 20))
    }

    @Test("an e-mail address takes 254 characters, and not one more")
    func emailLimit() {
        let host =
            "@" + [String(repeating: "a", count: 63), String(repeating: "b", count: 63), "com"].joined(separator: ".")

        let refusals = [254, 255].map { count in
            let address = String(repeating: "x", count: count - host.count) + host
            return refusal { () throws(FieldError.Reason) in try EmailAddress(address) }
        }

        #expect(refusals == [nil, .tooLong(maximum: 254)])
    }

    @Test(
        "white space around a text is removed, and nothing else",
        arguments: [
            0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x1C, 0x1D, 0x1E, 0x1F, 0x20, 0x85, 0xA0, 0x1680, 0x2000, 0x2003, 0x200A,
            0x2028,
            0x2029, 0x202F, 0x205F, 0x3000,
        ] as [UInt32])
    func trimming(space: UInt32) throws {
        let space = String(try #require(Unicode.Scalar(space)))

        let name = try PersonName(space + space + "Ann\(space)Archer" + space)

        #expect(name.text == "Ann\(space)Archer")
        #expect(refusal { () throws(FieldError.Reason) in try PersonName(space) } == .blank)
        #expect(try PersonName.optional(space) == nil)
    }

    @Test(
        "what Python does not strip stays",
        arguments: ["\u{200B}", "\u{FEFF}", "\u{1B}", "\u{8}", "\u{180E}", "\u{2060}"])
    func kept(character: String) throws {
        #expect(try PersonName(character + "Ann" + character).text == character + "Ann" + character)
    }

    @Test("a space that carries an accent is white space, and its accent is not")
    func accentedSpace() throws {
        #expect(try PersonName(" \u{301}Ann").text.unicodeScalars.map(\.value) == [0x301, 0x41, 0x6E, 0x6E])
    }

    @Test("text left blank is none, other text is checked")
    func optional() throws {
        #expect(try FreeText.optional("") == nil && FreeText.optional(" \n") == nil)
        #expect(try FreeText.optional(" a ")?.text == "a")
        #expect(
            refusal { () throws(FieldError.Reason) in try PhoneNumber.optional(String(repeating: "1", count: 21)) }
                == .tooLong(maximum: 20))
    }

    @Test("null characters are refused, also in text that is too long")
    func nullCharacters() {
        for text in ["a\0b", "\0", String(repeating: "\0", count: 30)] {
            #expect(refusal { () throws(FieldError.Reason) in try PhoneNumber(text) } == .nullCharacters)
        }
    }

    @Test("texts are the same when written with the same characters, not when they look alike")
    func equality() throws {
        let (composed, decomposed) = (try PersonName("Ren\u{E9}"), try PersonName("Rene\u{301}"))

        #expect(composed != decomposed && Set([composed, decomposed, composed]).count == 2)
        #expect(try composed == PersonName(" Ren\u{E9} "))
    }

    /// A kind of text and the limit that it should have.
    struct Limit: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let maximum: Int
        let declared: Int
        let refusal: @Sendable (String) -> FieldError.Reason?
    }

    private static func limit<Text: LimitedText>(of kind: Text.Type, is maximum: Int) -> Limit {
        Limit(testDescription: "\(kind)", maximum: maximum, declared: kind.maximumLength) { text in
            refusal(of: { () throws(FieldError.Reason) in try kind.init(text) })
        }
    }
}
