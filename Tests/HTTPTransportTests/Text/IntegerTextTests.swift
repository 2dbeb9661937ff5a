import Domain
import Testing

@testable import HTTPTransport

@Suite("whole numbers as text")
struct IntegerTextTests {
    @Test(
        "numbers and numeric text are read",
        arguments: [
            ("8", 8), (#""8""#, 8), (#"" 40 ""#, 40), ("41.0", 41), (#""41.00""#, 41), (#""41.""#, 41), ("-1", -1),
            ("-0.0", 0), ("1e2", 100), (#""+5""#, 5), ("4.1e1", 41), (#""0007""#, 7),
        ])
    func numbers(json: String, number: Int) throws {
        #expect(try IntegerText.parse(JSONParser.parse(json.utf8)) == number)
    }

    @Test("numbers beyond 64 bits become the nearest that fits, for the range check to refuse")
    func saturation() throws {
        #expect(try IntegerText.parse(.integer("99999999999999999999")) == .max)
        #expect(try IntegerText.parse(.string("-99999999999999999999")) == .min)
    }

    @Test(
        "what is no whole number is refused",
        arguments: [
            "41.5", #""""#, "true", "null", #""abc""#, #""1e1""#, #"".0""#, #""-""#, #""- 5""#, "[1]", "{}", "1e400",
            #""4.0.0""#, #""4.5""#, #""0x1F""#, "\"" + String(repeating: "1", count: 1_001) + "\"",
        ])
    func refused(json: String) throws {
        let value = try JSONParser.parse(json.utf8)

        #expect(throws: FieldError.Reason.notAnInteger) { try IntegerText.parse(value) }
    }
}
