import Domain
import Testing

@Suite struct `Ages` {
    @Test func `an age is a whole number from 0 to 120`() throws {
        #expect(try Age(0).number == 0 && Age(120).number == 120)
        #expect(refusal { () throws(FieldError.Reason) in try Age(-1) } == .tooSmall(minimum: 0))
        #expect(refusal { () throws(FieldError.Reason) in try Age(121) } == .tooLarge(maximum: 120))
    }

    @Test(arguments: [
        ("1990-05-15", "2026-05-14", 35), ("1990-05-15", "2026-05-15", 36), ("1990-05-15", "2026-04-30", 35),
        ("1990-05-15", "2026-06-01", 36), ("2026-03-02", "2026-03-02", 0), ("2026-03-02", "2027-03-01", 0),
        ("2024-02-29", "2025-02-28", 0), ("2024-02-29", "2025-03-01", 1), ("2024-02-29", "2028-02-29", 4),
        ("1900-01-01", "2026-12-31", 126), ("2026-03-02", "2026-03-01", 0), ("2026-03-02", "2020-01-01", 0),
    ]) func `somebody grows older on the birthday, and on 1 March when it is a 29 February that the year lacks`(
        born: String, day: String, years: Int
    ) throws {
        let birthDate = BirthDate(stored: try #require(CalendarDate(born)))

        let age = birthDate.age(on: try #require(CalendarDate(day)))

        #expect(age == years)
    }

    @Test(arguments: [
        ("2026-03-02", 21, "2005-03-02"), ("2026-03-02", 0, "2026-03-02"), ("2026-12-31", 120, "1906-12-31"),
        ("2024-02-29", 1, "2023-02-28"), ("2024-02-29", 4, "2020-02-29"), ("2024-02-29", 24, "2000-02-29"),
        ("2025-02-28", 1, "2024-02-28"), ("2020-01-01", 120, "1900-01-01"),
    ]) func `a date of birth is estimated as the same day so many years ago`(
        today: String, years: Int, expected: String
    ) throws {
        let today = try #require(CalendarDate(today))

        let estimate = try BirthDate(estimatedFrom: Age(years), today: today)

        #expect(estimate.date.description == expected)
        #expect(estimate.age(on: today) == years)
    }

    @Test(arguments: ["2019-12-31", "0100-06-01"]) func `an estimate before 1900 is refused`(today: String) throws {
        let today = try #require(CalendarDate(today))

        let reason = refusal { () throws(FieldError.Reason) in
            try BirthDate(estimatedFrom: Age(stored: 120), today: today)
        }

        #expect(reason == .bornTooEarly)
    }
}
