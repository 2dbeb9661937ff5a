import Domain

/// The hours that a calendar shows, by the clinic's clocks: those of a usual day, and those around what lies outside it.
struct CalendarHours: Equatable, Sendable {
    /// From 0 on.
    private(set) var first = 7
    /// Up to 24.
    private(set) var last = 19

    /// - Parameter days: what has to be seen of each day; of what lies on other days too, only that day's part.
    init(covering days: [(date: CalendarDate, slots: [Slot])], in time: ClinicTime) {
        for day in days {
            for slot in day.slots {
                let (start, end) = (time.local(slot.start.instant), time.local(slot.end))
                first = min(first, start.date < day.date ? 0 : start.minute / 60)
                last = max(last, end.date > day.date ? 24 : (end.minute + 59) / 60)
            }
        }
    }

    /// When the first of these hours begins on a day.
    func top(of date: CalendarDate, in time: ClinicTime) -> Instant {
        time.instant(LocalTime(date: date, minute: first * 60))
    }

    /// How many minutes go by on a day in these hours: an hour less, or more, where clocks are put forward, or back,
    /// meanwhile.
    func minutes(of date: CalendarDate, in time: ClinicTime) -> Int {
        let end =
            last == 24 ? time.day(date).upperBound : time.instant(LocalTime(date: date, minute: last * 60))
        return CalendarHours.minutes(from: top(of: date, in: time), to: end)
    }

    static func minutes(from start: Instant, to end: Instant) -> Int {
        Int((end.microseconds - start.microseconds) / 60_000_000)
    }
}

/// A place in a calendar, as the classes of the style sheet say it: steps of five minutes, hours and minutes apart.
enum CalendarPlace {
    static let stepMinutes = 5

    /// Below the top.
    static func at(_ minutes: Int) -> String { classes("at", minutes) }

    /// How long something is.
    static func length(_ minutes: Int) -> String { classes("for", minutes) }

    private static func classes(_ prefix: String, _ minutes: Int) -> String {
        let (hours, rest) = max(0, minutes).quotientAndRemainder(dividingBy: 60)
        let step = rest - rest % stepMinutes
        let parts = [hours > 0 ? "\(prefix)-\(hours)h" : nil, step > 0 ? "\(prefix)-\(step)m" : nil]
        return parts.compactMap(\.self).joined(separator: " ")
    }
}
