import Domain
import Testing

@Suite("Times of appointments")
struct SlotTests {
    @Test(
        "times overlap when they share an instant; touching is not sharing",
        arguments: [
            (0, 30, 0, 30, true), (0, 30, 30, 30, false), (30, 30, 0, 30, false), (0, 30, 29, 30, true),
            (0, 31, 30, 30, true),
            (0, 60, 10, 5, true), (10, 5, 0, 60, true), (0, 30, 60, 30, false), (60, 30, 0, 30, false),
            (0, 1440, 1440, 5, false),
            (0, 1440, 1439, 5, true), (0, 30, -30, 30, false), (0, 30, -29, 30, true),
        ])
    func overlap(start: Int, length: Int, otherStart: Int, otherLength: Int, overlaps: Bool) {
        let left = slot(at: start, minutes: length)
        let right = slot(at: otherStart, minutes: otherLength)

        #expect(left.overlaps(right) == overlaps)
        #expect(right.overlaps(left) == overlaps)
    }

    @Test("one microsecond makes the difference", arguments: [(-1, true), (0, false), (1, false)])
    func microsecond(offset: Int64, overlaps: Bool) {
        let left = slot()
        let start = AppointmentStart(stored: Instant(microseconds: left.end.microseconds + offset))

        let right = Slot(start: start, length: AppointmentLength(stored: 5))

        #expect(left.overlaps(right) == overlaps && right.overlaps(left) == overlaps)
    }

    @Test("a time ends after its length, and falls on the UTC date of its start")
    func endAndDate() throws {
        let lateStart = Instant(CalendarDate(year: 2026, month: 12, day: 31)!, timeOfDay: Instant.day - 1)

        let late = Slot(start: try AppointmentStart(lateStart), length: .standard)

        #expect(late.end.microseconds - lateStart.microseconds == 1_800_000_000)
        #expect(late.date == CalendarDate("2026-12-31") && late.end.date == CalendarDate("2027-01-01"))
    }

    @Test("appointments start in the years 1900 to 2999, UTC")
    func years() {
        let first = Instant(CalendarDate("1900-01-01")!)
        let last = Instant(CalendarDate("2999-12-31")!, timeOfDay: Instant.day - 1)

        let refusals = [
            first, last, Instant(microseconds: first.microseconds - 1), Instant(microseconds: last.microseconds + 1),
            Instant(microseconds: .min), Instant(microseconds: .max),
        ].map { instant in refusal { () throws(FieldError.Reason) in try AppointmentStart(instant) } }

        #expect(refusals == [nil, nil, .timeOutOfRange, .timeOutOfRange, .timeOutOfRange, .timeOutOfRange])
    }

    @Test("starts are ordered by time")
    func order() {
        #expect(slot(at: 0).start < slot(at: 1).start)
        #expect(!(slot(at: 1).start < slot(at: 1).start))
    }

    @Test(
        "an appointment takes 5 to 1440 minutes",
        arguments: [(4, .tooSmall(minimum: 5)), (5, nil), (1440, nil), (1441, .tooLarge(maximum: 1440))]
            as [(Int, FieldError.Reason?)])
    func lengths(minutes: Int, reason: FieldError.Reason?) {
        #expect(refusal { () throws(FieldError.Reason) in try AppointmentLength(minutes) } == reason)
        #expect(AppointmentLength.standard.number == 30)
    }
}
