import Domain
import Testing

@testable import HTTPTransport

/// The outcomes are those that Django REST Framework 3.18's `DecimalField(max_digits=10, decimal_places=2, min_value=0)`
/// gave for the same JSON.
@Suite("money as text")
struct MoneyTextTests {
    @Test(
        "numbers and numeric text are read to the hundredth",
        arguments: [
            ("1.5", 150), ("175.0", 17_500), ("1e2", 10_000), ("150", 15_000), ("10.500", 1_050),
            (#""175.00""#, 17_500),
            (#"" 10.25 ""#, 1_025), (#""007.50""#, 750), (#""0.00""#, 0), ("0", 0), ("-0.0", 0), (#""-0""#, 0),
            (#""0e5""#, 0), (#"".5""#, 50), (#""5.""#, 500), (#""1e+2""#, 10_000), (#""+5""#, 500), (#""1e-2""#, 1),
            (#""100e-2""#, 100), (#""00000000000000000001""#, 100), ("12345678.12", 1_234_567_812),
            ("99999999.99", 9_999_999_999), ("1e7", 1_000_000_000), (#""1E1""#, 1_000),
        ])
    func amounts(json: String, minorUnits: Int64) throws {
        let money = try MoneyText.parse(JSONParser.parse(json.utf8))

        #expect(money?.minorUnits == minorUnits)
    }

    @Test("null and blank text are no amount", arguments: ["null", #""""#, #""  ""#])
    func none(json: String) throws {
        #expect(try MoneyText.parse(JSONParser.parse(json.utf8)) == nil)
    }

    @Test(
        "what is no number is refused",
        arguments: [
            #"".""#, #""abc""#, #""1e""#, #""e5""#, #""1e5x""#, #""NaN""#, #""Infinity""#, "1e400", "true", "[1]", "{}",
            #""1,5""#, #""--5""#, #""1 0""#, #""1e+-2""#, #""١""#, "\"" + String(repeating: "0", count: 1_001) + "\"",
        ])
    func notANumber(json: String) throws {
        let value = try JSONParser.parse(json.utf8)

        #expect(throws: FieldError.Reason.notANumber) { try MoneyText.parse(value) }
    }

    @Test(
        "of several faults the first is named",
        arguments: [
            ("12345678901", FieldError.Reason.tooManyDigits(maximum: 10)),
            (#""12345678.123""#, .tooManyDigits(maximum: 10)), ("1e9", .tooManyDigits(maximum: 10)),
            ("1e10", .tooManyDigits(maximum: 10)), (#""0e20""#, .tooManyDigits(maximum: 10)),
            (#""1e999999999""#, .tooManyDigits(maximum: 10)),
            (#""1e99999999999999999999""#, .tooManyDigits(maximum: 10)),
            (#""1e-999999999""#, .tooManyDigits(maximum: 10)),
            (#""10.500""#, .tooManyDecimals(maximum: 2)), (#""-0.001""#, .tooManyDecimals(maximum: 2)),
            ("0.001", .tooManyDecimals(maximum: 2)), ("1e-3", .tooManyDecimals(maximum: 2)),
            (#""0e-5""#, .tooManyDecimals(maximum: 2)), (#""1000e-3""#, .tooManyDecimals(maximum: 2)),
            ("123456789", .tooManyWholeDigits(maximum: 8)), ("-1234567890", .tooManyWholeDigits(maximum: 8)),
            ("100000000.0", .tooManyWholeDigits(maximum: 8)), ("1e8", .tooManyWholeDigits(maximum: 8)),
            ("-1", .tooSmall(minimum: 0)), ("-0.01", .tooSmall(minimum: 0)),
        ])
    func faults(json: String, reason: FieldError.Reason) throws {
        let value = try JSONParser.parse(json.utf8)

        #expect(throws: reason) { try MoneyText.parse(value) }
    }

    @Test(
        "amounts are written with two decimals",
        arguments: [(0, "0.00"), (5, "0.05"), (15_000, "150.00"), (9_999_999_999, "99999999.99")])
    func writing(minorUnits: Int64, text: String) throws {
        var writer = JSONWriter()

        writer.beginObject()
        writer.member("fee", try Money(minorUnits: minorUnits))
        writer.member("other", nil as Money?)
        writer.endObject()

        #expect(String(decoding: writer.bytes, as: UTF8.self) == #"{"fee":"\#(text)","other":null}"#)
    }
}
