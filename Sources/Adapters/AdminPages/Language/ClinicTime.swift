import Domain
import Foundation

/// The time of day at the clinic: turns points in time into what its clocks and calendars show, and back.
package struct ClinicTime: Sendable {
    private let zone: TimeZone

    /// - Returns: `nil` for a name that the system's time zone database does not have.
    package init?(zone name: String) {
        guard let zone = TimeZone(identifier: name) else { return nil }
        self.zone = zone
    }

    /// Coordinated Universal Time.
    package static let utc = ClinicTime(zone: "UTC") ?? ClinicTime(zone: TimeZone.gmt)

    private init(zone: TimeZone) { self.zone = zone }

    /// The name of the time zone.
    var name: String { zone.identifier }

    /// What the clinic's clocks show.
    func local(_ instant: Instant) -> LocalTime {
        let shifted = instant.adding(seconds: offset(at: instant.seconds))
        return LocalTime(date: shifted.date, minute: Int(shifted.timeOfDay / 60_000_000))
    }

    /// When the clinic's clocks show this: the first time where they do so twice, and just as much later where they leave
    /// it out, as the clocks are put forward.
    func instant(_ local: LocalTime) -> Instant {
        let shown = Instant(local.date, timeOfDay: Int64(local.minute) * 60_000_000)
        let before = offset(at: shown.seconds - 86_400)
        let candidates = [before, offset(at: shown.seconds + 86_400)].map { shown.adding(seconds: -$0) }
        return candidates.sorted().first { self.local($0) == local } ?? shown.adding(seconds: -before)
    }

    /// The day from its midnight to the next one; it has 23 or 25 hours where the clocks are put forward or back.
    func day(_ date: CalendarDate) -> Range<Instant> {
        let next = CalendarDate(daysSince1970: date.daysSince1970 + 1)
        return instant(LocalTime(date: date, minute: 0))..<instant(LocalTime(date: next, minute: 0))
    }

    /// The day on which a point in time falls.
    func date(_ instant: Instant) -> CalendarDate { local(instant).date }

    /// Seconds to the east of UTC.
    private func offset(at seconds: Int64) -> Int64 {
        Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
    }
}

/// What a clock with a calendar shows.
struct LocalTime: Equatable, Sendable {
    let date: CalendarDate
    /// Of the day, from 0 on.
    let minute: Int

    init(date: CalendarDate, minute: Int) {
        self.date = date
        self.minute = minute
    }

    /// `09:30`, with 24 hours.
    var clock: String {
        let (hour, rest) = minute.quotientAndRemainder(dividingBy: 60)
        return "\(hour < 10 ? "0" : "")\(hour):\(rest < 10 ? "0" : "")\(rest)"
    }

    /// `2031-03-04T09:30`, as fields of forms hold it (WHATWG HTML, 2.3.5.5).
    var text: String { "\(date)T\(clock)" }

    /// Reads what a field of a form sends, seconds left out.
    init?(_ text: String) {
        let parts = text.split(whereSeparator: { $0 == "T" || $0 == " " })
        guard parts.count == 2, let date = CalendarDate(String(parts[0])) else { return nil }
        let clock = parts[1].split(separator: ":").map { Int($0) }
        guard (2...3).contains(clock.count), let hour = clock[0], let minute = clock[1], (0..<24).contains(hour),
            (0..<60).contains(minute)
        else { return nil }
        self.init(date: date, minute: hour * 60 + minute)
    }
}
