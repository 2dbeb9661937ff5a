import Domain

/// Days, times and numbers as a language writes them.
extension Language {
    /// A day: 15 May 1990, 15.05.1990.
    func day(_ date: CalendarDate) -> String {
        switch self {
        case .english: "\(date.day) \(Language.englishMonths[date.month - 1]) \(date.year)"
        case .german: "\(Language.padded(date.day)).\(Language.padded(date.month)).\(date.year)"
        }
    }

    /// A day without its year, as short as can be: 15 May, 15.05.
    func shortDay(_ date: CalendarDate) -> String {
        switch self {
        case .english: "\(date.day) \(Language.englishMonths[date.month - 1].prefix(3))"
        case .german: "\(Language.padded(date.day)).\(Language.padded(date.month))."
        }
    }

    /// A month: May 1990, Mai 1990.
    func month(_ date: CalendarDate) -> String {
        switch self {
        case .english: "\(Language.englishMonths[date.month - 1]) \(date.year)"
        case .german: "\(Language.germanMonths[date.month - 1]) \(date.year)"
        }
    }

    /// The name of a day's weekday.
    func weekday(_ date: CalendarDate) -> String {
        switch self {
        case .english: Language.englishWeekdays[date.weekdayIndex]
        case .german: Language.germanWeekdays[date.weekdayIndex]
        }
    }

    /// A day and a time of day with 24 hours.
    func moment(_ instant: Instant, in time: ClinicTime) -> String {
        let local = time.local(instant)
        return "\(day(local.date)), \(local.clock)"
    }

    /// A day with its weekday: Monday, 15 May 1990.
    func longDay(_ date: CalendarDate) -> String { "\(weekday(date)), \(day(date))" }

    /// From when to when something is, on one day.
    func span(_ slot: Slot, in time: ClinicTime) -> String {
        "\(time.local(slot.start.instant).clock)–\(time.local(slot.end).clock)"
    }

    /// A whole number with the separators of thousands.
    func number(_ number: Int) -> String {
        let separator =
            switch self {
            case .english: ","
            case .german: "."
            }
        var groups: [String] = []
        var rest = number.magnitude
        while rest >= 1000 {
            groups.insert(String(String(1000 + rest % 1000).dropFirst()), at: 0)
            rest /= 1000
        }
        return (number < 0 ? "−" : "") + ([String(rest)] + groups).joined(separator: separator)
    }

    private static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    private static let englishMonths = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
    private static let germanMonths = [
        "Januar", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober", "November",
        "Dezember",
    ]
    private static let englishWeekdays = [
        "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday",
    ]
    private static let germanWeekdays = [
        "Montag", "Dienstag", "Mittwoch", "Donnerstag", "Freitag", "Samstag", "Sonntag",
    ]
}
