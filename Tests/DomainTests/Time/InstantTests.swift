import Domain
import Testing

@Suite("Instants")
struct InstantTests {
    @Test(
        "seconds are rounded towards the past, also before 1970",
        arguments: [(0, 0), (1, 0), (999_999, 0), (1_000_000, 1), (-1, -1), (-1_000_000, -1), (-1_000_001, -2)]
            as [(Int64, Int64)])
    func seconds(microseconds: Int64, seconds: Int64) {
        #expect(Instant(microseconds: microseconds).seconds == seconds)
    }

    @Test(
        "date and time of day fit together on both sides of midnight and of 1970",
        arguments: [
            (0, "1970-01-01", 0), (-1, "1969-12-31", 86_399_999_999), (86_399_999_999, "1970-01-01", 86_399_999_999),
            (86_400_000_000, "1970-01-02", 0), (-86_400_000_000, "1969-12-31", 0),
            (-86_400_000_001, "1969-12-30", 86_399_999_999),
            // 2038-01-19T03:14:08Z, 2106-02-07T06:28:16Z, 1900-02-28T23:59:59Z: where 32 bits end, and no 29th of February.
            (2_147_483_648_000_000, "2038-01-19", 11_648_000_000),
            (4_294_967_296_000_000, "2106-02-07", 23_296_000_000),
            (-2_203_891_201_000_000, "1900-02-28", 86_399_000_000), (-2_203_891_200_000_000, "1900-03-01", 0),
            (253_402_300_799_999_999, "9999-12-31", 86_399_999_999),
        ] as [(Int64, String, Int64)])
    func dates(microseconds: Int64, date: String, timeOfDay: Int64) throws {
        let instant = Instant(microseconds: microseconds)

        #expect(instant.date.description == date && instant.timeOfDay == timeOfDay)
        #expect(Instant(try #require(CalendarDate(date)), timeOfDay: timeOfDay) == instant)
    }

    @Test(
        "what a store has is a time in the years 1 to 9999",
        arguments: [
            (-62_135_596_800_000_001, false), (-62_135_596_800_000_000, true), (0, true),
            (253_402_300_799_999_999, true), (253_402_300_800_000_000, false), (.min, false), (.max, false),
        ] as [(Int64, Bool)])
    func stored(microseconds: Int64, isTime: Bool) {
        #expect(Instant(stored: microseconds)?.microseconds == (isTime ? microseconds : nil))
    }

    @Test("a date alone is its midnight")
    func midnight() {
        #expect(
            Instant(CalendarDate("2026-03-02")!).timeOfDay == 0
                && Instant(CalendarDate("2026-03-02")!).date == monday.date)
    }

    @Test("time can be added and taken away")
    func adding() {
        #expect(monday.adding(minutes: 90).microseconds - monday.microseconds == 5_400_000_000)
        #expect(monday.adding(seconds: -1).microseconds - monday.microseconds == -1_000_000)
        #expect(monday.adding(minutes: -1) < monday && monday < monday.adding(seconds: 1))
    }

    @Test("the first and the last instant have a date")
    func extremes() {
        #expect(Instant(microseconds: .min).date.year == -290_308 && Instant(microseconds: .max).date.year == 294_247)
    }

    @Test("the time of a next version is now, or just after the last when the clock says otherwise")
    func following() {
        #expect(monday.following(monday.adding(seconds: -1)) == monday)
        #expect(monday.following(monday) == Instant(microseconds: monday.microseconds + 1))
        #expect(
            monday.following(monday.adding(seconds: 60))
                == Instant(microseconds: monday.adding(seconds: 60).microseconds + 1))
        let last = Instant(microseconds: 253_402_300_799_999_999)
        #expect(monday.following(last) == last)
    }
}
