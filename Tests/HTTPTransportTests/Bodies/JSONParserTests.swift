import Testing

@testable import HTTPTransport

@Suite("reading JSON")
struct JSONParserTests {
    @Test("numbers keep their text and say whether they are whole")
    func numbers() throws {
        let value = try JSONParser.parse(#"[0, -0, 12345678901234567890123, 1.50, 1e2, -2E+03]"#.utf8)

        #expect(
            value
                == .array([
                    .integer("0"), .integer("-0"), .integer("12345678901234567890123"), .float("1.50"), .float("1e2"),
                    .float("-2E+03"),
                ]))
    }

    @Test("words are values")
    func words() throws {
        let value = try JSONParser.parse(" [true,\tfalse,\r\nnull] ".utf8)

        #expect(value == .array([.bool(true), .bool(false), .null]))
    }

    @Test("escapes are undone, surrogate pairs joined")
    func escapes() throws {
        let value = try JSONParser.parse(#""a\"\\\/\b\f\n\r\t\u00e9\u0000\uD83D\uDE00z é""#.utf8)

        #expect(value == .string("a\"\\/\u{08}\u{0C}\n\r\té\0😀z é"))
    }

    @Test("of members of one name the last counts")
    func duplicates() throws {
        let value = try JSONParser.parse(#"{"a": 1, "b": 2, "a": 3}"#.utf8)

        let found = try #require(object(in: value))
        #expect(found["a"] == .integer("3"))
        #expect(found["b"] == .integer("2"))
        #expect(found["c"] == nil)
        #expect(found.members.map(\.name) == ["a", "b", "a"])
    }

    @Test("names that merely look alike are different members")
    func lookAlikes() throws {
        let value = try JSONParser.parse("{\"K\": 1, \"\u{212A}\": 2}".utf8)

        #expect(try #require(object(in: value))["K"] == .integer("1"))
    }

    @Test("a hundred levels are read, one more is refused")
    func depth() throws {
        let hundred = String(repeating: "[", count: 100) + String(repeating: "]", count: 100)
        let more = String(repeating: #"{"a":"#, count: 101) + "1" + String(repeating: "}", count: 101)

        _ = try JSONParser.parse(hundred.utf8)
        let error = #expect(throws: JSONParseError.self) { try JSONParser.parse(more.utf8) }

        #expect(error?.problem == .tooDeep)
    }

    @Test("a wide text is not a deep one")
    func width() throws {
        let wide = "[" + String(repeating: "[],", count: 1_000) + "[]]"

        guard case .array(let elements) = try JSONParser.parse(wide.utf8) else {
            Issue.record("not an array")
            return
        }

        #expect(elements.count == 1_001)
    }

    @Test(
        "what is refused is named with its line and character",
        arguments: [
            ("", "a value is missing: line 1 column 1"),
            (#"{"a": "#, "a value is missing: line 1 column 7"),
            (#"{"a": NaN}"#, "a value is missing: line 1 column 7"),
            (#"{"a": nul}"#, "neither true, false nor null: line 1 column 7"),
            ("{\n \"é\": 1,\n}", "a member's name in double quotes is missing: line 3 column 1"),
            ("[\"é\" 1]", "a comma or the closing bracket is missing: line 1 column 6"),
            ("[1,]", "a value is missing: line 1 column 4"),
            ("01", "there is text after the value: line 1 column 2"),
            ("-", "a number is malformed: line 1 column 2"),
            ("1.", "a number is malformed: line 1 column 3"),
            ("[\"ab", "a string has no end: line 1 column 2"),
            ("\"a\u{01}\"", "a control character stands in a string: line 1 column 3"),
            (#""\x""#, "an escape sequence is malformed: line 1 column 2"),
            (#""\u12""#, "an escape sequence is malformed: line 1 column 2"),
            (#""\uD800\u0041""#, "half of a surrogate pair stands alone: line 1 column 2"),
            (#""\uDC00""#, "half of a surrogate pair stands alone: line 1 column 2"),
            (#"{"a" 1}"#, "a colon is missing after a member's name: line 1 column 6"),
            ("\u{FEFF}{}", "the text begins with a byte order mark: line 1 column 1"),
        ])
    func refusals(text: String, words: String) {
        let error = #expect(throws: JSONParseError.self) { try JSONParser.parse(text.utf8) }

        #expect(error?.description == words)
    }

    @Test("text that is not UTF-8 is refused")
    func malformedUTF8() {
        let bytes: [UInt8] = [0x22, 0x61, 0xC3, 0x28, 0x22]

        let error = #expect(throws: JSONParseError.self) { try JSONParser.parse(bytes) }

        #expect(error?.problem == .malformedUTF8)
    }

    private func object(in value: JSONValue) -> JSONObject? {
        guard case .object(let object) = value else { return nil }
        return object
    }
}
