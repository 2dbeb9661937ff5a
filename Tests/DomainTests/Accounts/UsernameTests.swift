import Domain
import Testing

@Suite("User names")
struct UsernameTests {
    @Test(
        "letters and numbers of any script and @ . + - _ are fine",
        arguments: [
            "ann", "Ann.O-Hara_2+x@y", "jürgen", "иван", "李四", "محمد", "ñandú", "a", "_", "२०२६", "Ⅷ", "x²", "〇", "ᵃ",
            "ǅ",
        ])
    func wellFormed(raw: String) throws {
        #expect(try Username(raw).text == raw)
    }

    @Test(
        "anything else is not",
        arguments: [
            "no spaces!", "a b", "a/b", "a'b", "a#b", "a\tb", "😀", "e\u{301}", "हिन्दी", "a\u{200D}b", "a‐b", "€", "Ⓐ",
            "a,b", "\\",
        ])
    func malformed(raw: String) {
        #expect(refusal { () throws(FieldError.Reason) in try Username(raw) } == .malformedUsername)
    }

    @Test("names that differ in case only have the same key")
    func keys() throws {
        #expect(try Username("JOHN_Doe").key == Username("john_doe").key)
        #expect(try Username("ÄNNE").key == Username("änne").key)
        #expect(try Username("john_doe").key != Username("john.doe").key)
        #expect(try Username("JOHN_Doe") != Username("john_doe"))
        #expect(try EmailAddress("ANN@Example.com").key == EmailAddress("ann@example.COM").key)
    }
}
