import Domain
import Testing

@testable import HTTPTransport

@Suite("truth values as text")
struct BooleanTextTests {
    @Test(
        "yes has many words",
        arguments: ["true", "1", "1.0", #""1""#, #""t""#, #""Y""#, #""Yes""#, #""TRUE""#, #""on""#])
    func yes(json: String) throws {
        #expect(try BooleanText.parse(JSONParser.parse(json.utf8)))
    }

    @Test(
        "so has no",
        arguments: ["false", "0", "-0", "0.0", #""0""#, #""F""#, #""n""#, #""No""#, #""false""#, #""OFF""#])
    func no(json: String) throws {
        #expect(try !BooleanText.parse(JSONParser.parse(json.utf8)))
    }

    @Test(
        "nothing else is either",
        arguments: ["null", "2", "1.5", #""""#, #""maybe""#, #""tRUE""#, #"" true""#, #""null""#, "[true]", "{}"])
    func refused(json: String) throws {
        let value = try JSONParser.parse(json.utf8)

        #expect(throws: FieldError.Reason.notABoolean) { try BooleanText.parse(value) }
    }
}
