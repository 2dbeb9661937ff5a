import Domain
import Testing

@testable import HTTPTransport

@Suite("numbers of records as text")
struct IdentifierTextTests {
    @Test(
        "numbers and numeric text are read",
        arguments: [("7", 7), (#""7""#, 7), (#"" 7 ""#, 7), ("7.0", 7), (#""+07""#, 7)])
    func numbers(json: String, number: Int64) throws {
        let id: DoctorID = try IdentifierText.parse(JSONParser.parse(json.utf8))

        #expect(id.number == number)
    }

    @Test(
        "numbers that no record can have are unknown, not malformed",
        arguments: [
            ("0", "0"), ("-1", "-1"), ("99999999999999999999", "99999999999999999999"),
            (#"" 99999999999999999999 ""#, " 99999999999999999999 "), ("1e300", "1e+300"), ("0.5", "0.5"),
            ("1e400", "inf"),
        ])
    func unknown(json: String, asSent: String) throws {
        let value = try JSONParser.parse(json.utf8)

        #expect(throws: FieldError.Reason.noSuchRecord(asSent)) { try parse(value) }
    }

    @Test(
        "values of other kinds are refused by the name of their kind",
        arguments: [
            ("true", "bool"), ("[1]", "list"), ("{}", "dict"), (#""abc""#, "str"), (#""7.0""#, "str"), (#"" ""#, "str"),
            (#""-""#, "str"),
        ])
    func otherKinds(json: String, kind: String) throws {
        let value = try JSONParser.parse(json.utf8)

        #expect(throws: FieldError.Reason.notAnIdentifier(received: kind)) { try parse(value) }
    }

    @Test("empty text counts as null", arguments: [JSONValue.null, .string("")])
    func null(value: JSONValue) {
        #expect(throws: FieldError.Reason.null) { try parse(value) }
    }

    private func parse(_ value: JSONValue) throws -> PatientID { try IdentifierText.parse(value) }
}
