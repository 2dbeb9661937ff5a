import Testing

@testable import OpenSSLTokens

@Suite("Reading JSON of headers and claims")
struct JSONReaderTests {
    @Test(
        "values are read by their grammar",
        arguments: [
            ("null", .null), (" true\n", .boolean(true)), ("\tfalse\r", .boolean(false)), ("0", .integer(0)),
            ("-0", .integer(0)), ("-12", .integer(-12)), ("9223372036854775807", .integer(.max)),
            ("-9223372036854775808", .integer(.min)), ("9223372036854775808", .otherNumber), ("1.0", .otherNumber),
            ("1e3", .otherNumber), ("1E+3", .otherNumber), ("1.5e-3", .otherNumber), ("\"\"", .text("")),
            ("[]", .array), ("[1, [], {\"a\":[2]} ]", .array), ("{}", .object([:])), ("{ }", .object([:])),
            (#"{"a" : 1 , "b":{"a":"x"}}"#, .object(["a": .integer(1), "b": .object(["a": .text("x")])])),
        ] as [(String, JSONValue)])
    func values(text: String, value: JSONValue) {
        #expect(JSONReader.value(of: Array(text.utf8)) == value)
    }

    @Test(
        "strings are read with their escapes",
        arguments: [
            (#""\"\\\/\b\f\n\r\t""#, "\"\\/\u{8}\u{C}\n\r\t"), (#""\u0041\u00e9\u20AC""#, "Aé€"),
            (#""\ud83d\ude00""#, "😀"), ("\"é€😀\u{7F}\"", "é€😀\u{7F}"), (#""\u0000""#, "\0"),
        ])
    func strings(text: String, value: String) {
        #expect(JSONReader.value(of: Array(text.utf8)) == .text(value))
    }

    @Test(
        "text that is not JSON is refused",
        arguments: [
            "", " ", "nul", "True", "truex", "01", "-", "+1", "1.", ".5", "1e", "1e+", "0x10", "NaN", "Infinity", "--1",
            "\"", "\"a", #""\"#, #""\x""#, #""\u12""#, #""\u12g4""#, #""\ud83d""#, #""\ud83d\n""#, #""\ud83dx""#,
            #""\ude00""#, #""\ud83d\u0041""#, "\"\n\"", "\"\u{1F}\"", "'a'", "[", "[1", "[1,", "[1,]", "[,1]", "[1 2]",
            "{",
            #"{"a""#, #"{"a":"#, #"{"a":1"#, #"{"a":1,}"#, "{a:1}", #"{"a" 1}"#, #"{1:1}"#, #"{"a":1 "b":2}"#, "{}{}",
            "{} x",
            "\u{FEFF}{}", "{}\0",
        ])
    func malformed(text: String) {
        #expect(JSONReader.value(of: Array(text.utf8)) == nil)
    }

    @Test(
        "ill-formed UTF-8 is refused",
        arguments: [[0xFF], [0xC0, 0x80], [0xE2, 0x82], [0xED, 0xA0, 0x80], [0xF5, 0x80, 0x80, 0x80]] as [[UInt8]])
    func illFormed(bytes: [UInt8]) {
        #expect(JSONReader.value(of: [0x22] + bytes + [0x22]) == nil)
    }

    @Test("a name that occurs twice is refused, at any depth and however it is written")
    func duplicates() {
        let texts = [#"{"a":1,"a":1}"#, #"{"a":1,"\u0061":2}"#, #"{"b":{"a":1,"a":2}}"#, #"[{"a":1,"a":2}]"#]

        let values = texts.map { JSONReader.value(of: Array($0.utf8)) }

        #expect(values == [nil, nil, nil, nil])
    }

    @Test("eight levels are read, nine are not")
    func depth() {
        let texts = [8, 9].map { String(repeating: "[", count: $0) + String(repeating: "]", count: $0) }

        let values = texts.map { JSONReader.value(of: Array($0.utf8)) }

        #expect(values == [.array, nil])
    }
}
