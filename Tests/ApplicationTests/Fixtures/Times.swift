import Domain

extension Instant {
    /// 2025-09-01T06:00:00.000001Z, a Monday, before anything in these tests happens.
    static let dawn = Instant(.monday, timeOfDay: 6 * 3_600_000_000 + 1)

    /// So many hours and minutes after midnight UTC of the Monday.
    static func monday(_ hours: Int, _ minutes: Int = 0) -> Instant {
        Instant(.monday).adding(minutes: hours * 60 + minutes)
    }
}

extension CalendarDate {
    static let monday = CalendarDate(year: 2025, month: 9, day: 1)!
}

extension Slot {
    /// From a time on the Monday, for half an hour unless said otherwise.
    static func monday(_ hours: Int, _ minutes: Int = 0, length: Int = 30) -> Slot {
        Slot(start: AppointmentStart(stored: .monday(hours, minutes)), length: AppointmentLength(stored: length))
    }
}
