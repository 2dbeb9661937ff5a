import Domain
import Testing

@testable import AdminPages

@Suite struct `Time at the clinic` {
    private let berlin = ClinicTime(zone: "Europe/Berlin")

    @Test func `is that of its zone, in winter and in summer`() throws {
        let berlin = try #require(berlin)
        let winter = Instant(try #require(CalendarDate("2026-01-15")), timeOfDay: 8 * 3_600_000_000)
        let summer = Instant(try #require(CalendarDate("2026-07-15")), timeOfDay: 23 * 3_600_000_000)

        #expect(berlin.local(winter).text == "2026-01-15T09:00")
        #expect(berlin.local(summer).text == "2026-07-16T01:00")
        #expect(berlin.instant(berlin.local(winter)) == winter)
        #expect(berlin.instant(berlin.local(summer)) == summer)
    }

    @Test(arguments: [("2026-03-29", 23), ("2026-10-25", 25), ("2026-06-01", 24)])
    func `has days from midnight to midnight`(day: String, hours: Int64) throws {
        let range = try #require(berlin).day(try #require(CalendarDate(day)))

        #expect(range.upperBound.seconds - range.lowerBound.seconds == hours * 3_600)
    }

    @Test func `that is left out is as much later, and the first of two that are the same`() throws {
        let berlin = try #require(berlin)

        let skipped = berlin.instant(try #require(LocalTime("2026-03-29T02:30")))
        let twice = berlin.instant(try #require(LocalTime("2026-10-25T02:30")))

        #expect(berlin.local(skipped).text == "2026-03-29T03:30")
        #expect(twice == Instant(try #require(CalendarDate("2026-10-25")), timeOfDay: 30 * 60_000_000))
    }

    @Test func `is of no zone that nobody knows`() {
        #expect(ClinicTime(zone: "Europe/Atlantis") == nil)
    }
}
