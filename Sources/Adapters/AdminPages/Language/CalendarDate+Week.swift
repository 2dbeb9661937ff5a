import Domain

extension CalendarDate {
    /// So many days later, or earlier when negative.
    func adding(days: Int) -> CalendarDate { CalendarDate(daysSince1970: daysSince1970 + Int64(days)) }

    /// The Monday of its week.
    var monday: CalendarDate { adding(days: -weekdayIndex) }

    /// Days after Monday. 1970-01-01 was a Thursday.
    var weekdayIndex: Int { Int(((daysSince1970 + 3) % 7 + 7) % 7) }

    /// The first day of its month.
    var firstOfMonth: CalendarDate { adding(days: 1 - day) }
}
