import Domain
import Testing

@Suite("Calendar dates")
struct CalendarDateTests {
    @Test(
        "leap years have a 29th of February",
        arguments: [
            (1900, false), (1904, true), (1999, false), (2000, true), (2024, true), (2025, false), (2100, false),
            (2400, true), (4, true), (1, false),
        ])
    func leapYears(year: Int, isLeap: Bool) {
        #expect((CalendarDate(year: year, month: 2, day: 29) != nil) == isLeap)
        #expect(
            CalendarDate(year: year, month: 2, day: 28) != nil && CalendarDate(year: year, month: 2, day: 30) == nil)
    }

    @Test("months have their lengths", arguments: zip(1...12, [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]))
    func months(month: Int, length: Int) {
        #expect(CalendarDate(year: 2025, month: month, day: length) != nil)
        #expect(CalendarDate(year: 2025, month: month, day: length + 1) == nil)
        #expect(CalendarDate(year: 2025, month: month, day: 0) == nil)
    }

    @Test(
        "years are 1 to 9999, months 1 to 12",
        arguments: [(0, 1), (-1, 1), (10_000, 1), (2025, 0), (2025, 13), (.max, .max)])
    func outOfRange(year: Int, month: Int) {
        #expect(CalendarDate(year: year, month: month, day: 1) == nil)
    }

    @Test(
        "known dates have their known day numbers",
        arguments: [
            ("1970-01-01", 0), ("1969-12-31", -1), ("1970-03-01", 59), ("2000-02-29", 11_016), ("2000-03-01", 11_017),
            ("1582-10-10", -141_432), ("0001-01-01", -719_162), ("9999-12-31", 2_932_896), ("2038-01-19", 24_855),
            ("1900-01-01", -25_567),
        ] as [(String, Int64)])
    func knownDays(text: String, days: Int64) throws {
        let date = try #require(CalendarDate(text))

        #expect(date.daysSince1970 == days)
        #expect(CalendarDate(daysSince1970: days) == date && date.description == text)
    }

    @Test("three hundred thousand days follow each other without a gap, over more than two eras")
    func roundTrip() throws {
        var previous = CalendarDate(daysSince1970: -150_001)
        var wrong: [Int64] = []

        for day in Int64(-150_000)...150_000 {
            let date = CalendarDate(daysSince1970: day)
            let isNext = follows(date, previous)
            if date.daysSince1970 != day || !isNext || !(previous < date) { wrong.append(day) }
            previous = date
        }

        #expect(wrong.isEmpty)
    }

    @Test("days before year 1 and after year 9999 have years too, for what is counted in them")
    func beyondYears() {
        let before = CalendarDate(daysSince1970: -719_163)
        let wayBefore = CalendarDate(daysSince1970: -719_163 - 366)
        let after = CalendarDate(daysSince1970: 2_932_897)

        #expect((before.year, before.month, before.day) == (0, 12, 31))
        #expect((wayBefore.year, wayBefore.month, wayBefore.day) == (-1, 12, 31))
        #expect((after.year, after.month, after.day) == (10_000, 1, 1))
        #expect([before, wayBefore, after].map(\.description) == ["0000-12-31", "-0001-12-31", "10000-01-01"])
        #expect([before, wayBefore, after].map(\.daysSince1970) == [-719_163, -719_529, 2_932_897])
    }

    @Test("dates are ordered by year, then month, then day")
    func order() {
        let dates = ["2024-12-31", "2025-01-01", "2025-01-02", "2025-02-01"].map { CalendarDate($0)! }

        #expect(dates.sorted() == dates && dates.reversed().sorted() == dates)
    }

    @Test(
        "dates are read as YYYY-MM-DD",
        arguments: ["1900-01-01", "1904-02-29", "2000-02-29", "1990-05-15", "0001-01-01", "9999-12-31"])
    func reading(text: String) {
        #expect(CalendarDate(text)?.description == text)
    }

    @Test(
        "anything else is not a date",
        arguments: [
            "", "1900-02-29", "2025-02-29", "1990-5-15", "15/05/1990", "1990-05-15T00:00:00Z", "0000-00-00",
            "1990-00-10",
            "-1990-05-15", "1990-13-01", "1990-01-32", "19900515", "1990/05/15", "1990-05/15", "1990-0515-",
            " 1990-05-15",
            "1990-05-15 ", "1990-05-1", "1990-05-155", "199a-05-15", "1990-0x-15", "1990-05-1:", "1990-05-1/",
            "+990-05-15",
            "٢٠٢٥-12-20", "2025‐12‐20", "1990-05-1\0", "２０２５-12-20", "2025-W51-6", "today",
        ])
    func unreadable(text: String) {
        #expect(CalendarDate(text) == nil)
    }

    private func follows(_ date: CalendarDate, _ previous: CalendarDate) -> Bool {
        if date.day > 1 {
            return (date.year, date.month, date.day) == (previous.year, previous.month, previous.day + 1)
        }
        let isLastOfMonth = CalendarDate(year: previous.year, month: previous.month, day: previous.day + 1) == nil
        return isLastOfMonth && date.month == previous.month % 12 + 1
            && date.year == previous.year + previous.month / 12
    }
}
