import Domain
import Testing

@testable import HTTPTransport

@Suite("writing JSON")
struct JSONWriterTests {
    @Test("an object has its members in order, without spaces")
    func object() {
        var writer = JSONWriter()

        writer.beginObject()
        writer.member("id", 7)
        writer.member("big", Int64.min)
        writer.member("name", "Ann")
        writer.member("email", nil as String?)
        writer.member("cap", nil as Int?)
        writer.member("other", 3 as Int?)
        writer.member("doctor", 4 as Int64?)
        writer.member("is_active", true)
        writer.member("nested", raw: [UInt8]("[1]".utf8))
        writer.endObject()

        #expect(
            text(writer)
                == #"{"id":7,"big":-9223372036854775808,"name":"Ann","email":null,"cap":null,"other":3,"doctor":4,"is_active":true,"nested":[1]}"#
        )
    }

    @Test("arrays and objects nest, with commas only between")
    func nesting() {
        var writer = JSONWriter()

        writer.beginArray()
        writer.beginObject()
        writer.key("a")
        writer.beginArray()
        writer.endArray()
        writer.key(named: "b\"{")
        writer.beginArray()
        writer.value("[")
        writer.value("{")
        writer.value(":")
        writer.null()
        writer.endArray()
        writer.endObject()
        writer.beginObject()
        writer.endObject()
        writer.value(0)
        writer.endArray()

        #expect(text(writer) == #"[{"a":[],"b\"{":["[","{",":",null]},{},0]"#)
    }

    @Test(
        "text is escaped wherever in it the character stands",
        arguments: ["\"", "\\", "\n", "\0", "\u{1F}", "\u{2028}", "\u{2029}"])
    func everyPlace(_ character: String) {
        for length in 0..<20 {
            for place in 0...length {
                let before = String("aé‰zyxwvutsrqponmlkj".prefix(place))
                let after = String("ABCDEFGHIJKLMNOPQRST".prefix(length - place))
                var writer = JSONWriter()
                var alone = JSONWriter()

                writer.value(before + character + after + character)
                alone.value(character)

                let escaped = text(alone).dropFirst().dropLast()
                #expect(escaped != character)
                #expect(text(writer) == "\"\(before)\(escaped)\(after)\(escaped)\"")
            }
        }
    }

    @Test("a character that needs no escape is left alone wherever in the text it stands")
    func noEscape() {
        let scalars = [0x20..<0x100, 0x2000..<0x2080].joined().compactMap(Unicode.Scalar.init).filter {
            !["\"", "\\", "\u{2028}", "\u{2029}"].contains($0)
        }
        for length in [0, 3, 7, 8, 9, 17] {
            let texts = scalars.map { String(repeating: "a", count: length) + String($0) + "\u{7F}b" }
            let written = texts.map { raw in
                var writer = JSONWriter(capacity: 0)
                writer.value(raw)
                return text(writer)
            }

            #expect(written == texts.map { "\"\($0)\"" })
        }
    }

    @Test("numbers and times are written whole wherever room runs out")
    func room() {
        let instant = Instant(microseconds: 1_709_215_445_000_120)
        for length in 30..<64 {
            var writer = JSONWriter(capacity: 0)

            writer.beginArray()
            writer.value(String(repeating: "x", count: length))
            writer.value(Int64.min)
            writer.value(instant)
            writer.value(instant.date)
            writer.endArray()

            let before = "[\"" + String(repeating: "x", count: length) + "\""
            #expect(
                text(writer)
                    == before + #",-9223372036854775808,"2024-02-29T14:04:05.000120Z","2024-02-29"]"#)
        }
    }

    @Test(
        "text is escaped as Python does without ASCII folding",
        arguments: [
            ("", #""""#), ("plain ASCII", #""plain ASCII""#), ("\"", #""\"""#), ("a\\b", #""a\\b""#),
            ("\u{08}\t\n\u{0C}\r", #""\b\t\n\f\r""#), ("\0\u{01}\u{1F}\u{7F}", "\"\\u0000\\u0001\\u001f\u{7F}\""),
            ("a/b<&>'", #""a/b<&>'""#), ("Zoë 😀 – ‧ ‰", "\"Zoë 😀 – ‧ ‰\""),
            ("x\u{2028}\u{2029}y", #""x\u2028\u2029y""#), ("end\u{2028}", #""end\u2028""#),
        ])
    func escaping(raw: String, json: String) {
        var writer = JSONWriter()

        writer.value(raw)

        #expect(text(writer) == json)
    }

    @Test("whatever text is written is read back the same")
    func roundTrip() throws {
        let scalars = (0..<0x3000).compactMap(Unicode.Scalar.init)
        var raw = String.UnicodeScalarView()
        raw.append(contentsOf: scalars)
        var writer = JSONWriter()

        writer.value(String(raw))

        #expect(try JSONParser.parse(writer.bytes) == .string(String(raw)))
    }

    @Test("a value that was read is written as it was")
    func values() throws {
        let json = #"{"a":[1,1.50,true,null,"é\n",{}],"a":-1e2}"#
        let value = try JSONParser.parse(json.utf8)
        var writer = JSONWriter()

        writer.value(value)

        #expect(text(writer) == json)
    }

    private func text(_ writer: borrowing JSONWriter) -> String {
        String(decoding: writer.bytes, as: UTF8.self)
    }
}
