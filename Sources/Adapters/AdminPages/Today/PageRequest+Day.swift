import Domain

extension PageRequest {
    /// The day that was asked for; today at the clinic when none was.
    ///
    /// - Throws: `.invalid` for `date`.
    func day(at now: Instant) throws(Failure) -> CalendarDate {
        guard let text = address["date"] else { return time.date(now) }
        guard let date = CalendarDate(text) else { throw .invalid([FieldError(.date, .filterNotADate)]) }
        // So that the weeks around it are in the years that appointments have, too.
        guard (1901...2998).contains(date.year) else { throw .invalid([FieldError(.date, .timeOutOfRange)]) }
        return date
    }
}

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

extension Language {
    /// A day with its weekday: Monday, 15 May 1990.
    func longDay(_ date: CalendarDate) -> String { "\(weekday(date)), \(day(date))" }

    /// From when to when something is, on one day.
    func span(_ slot: Slot, in time: ClinicTime) -> String {
        "\(time.local(slot.start.instant).clock)–\(time.local(slot.end).clock)"
    }
}
