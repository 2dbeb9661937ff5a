import Domain
import Testing

@Suite("Birthdays")
struct BirthDateTests {
    private static let today = CalendarDate("2026-03-02")!

    @Test(
        "a birthday is not in the future and not before 1900",
        arguments: [
            ("2026-03-02", nil), ("2026-03-01", nil), ("2026-03-03", .bornInFuture), ("2999-12-31", .bornInFuture),
            ("1900-01-01", nil), ("1899-12-31", .bornTooEarly), ("0001-01-01", .bornTooEarly), ("2000-02-29", nil),
        ] as [(String, FieldError.Reason?)])
    func limits(text: String, reason: FieldError.Reason?) throws {
        let date = try #require(CalendarDate(text))

        #expect(refusal { () throws(FieldError.Reason) in try BirthDate(date, today: Self.today) } == reason)
    }

    @Test("birthdays are ordered, and stored ones are not checked again")
    func order() throws {
        let (ann, bo) = (try BirthDate(CalendarDate("1990-05-15")!, today: Self.today), BirthDate(stored: Self.today))

        #expect(ann < bo && !(bo < ann) && bo.date == Self.today)
    }
}
