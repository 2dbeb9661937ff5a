import Domain

extension Instant {
    /// 2025-09-01T06:00:00.000001Z, a Monday, before anything in these tests happens.
    static let dawn = Instant(.monday, timeOfDay: 6 * hour + 1)

    /// So many hours and minutes after midnight UTC of the Monday.
    static func monday(_ hours: Int64, _ minutes: Int64 = 0) -> Instant {
        Instant(.monday, timeOfDay: hours * hour + minutes * minute)
    }

    /// The instant so many microseconds later.
    func adding(microseconds more: Int64) -> Instant { Instant(microseconds: microseconds + more) }

    private static let minute: Int64 = 60_000_000
    private static let hour = 60 * minute
}

extension CalendarDate {
    static let monday = CalendarDate(year: 2025, month: 9, day: 1)!
    static let tuesday = CalendarDate(year: 2025, month: 9, day: 2)!
}

extension Slot {
    /// From a time on the Monday, for half an hour unless said otherwise.
    static func monday(_ hours: Int64, _ minutes: Int64 = 0, length: Int = 30) -> Slot {
        .at(.monday(hours, minutes), length: length)
    }

    static func at(_ start: Instant, length: Int = 30) -> Slot {
        Slot(start: AppointmentStart(stored: start), length: AppointmentLength(stored: length))
    }
}
