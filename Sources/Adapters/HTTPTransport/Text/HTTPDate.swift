import Domain

/// A time as header fields have it: `Sun, 06 Nov 1994 08:49:37 GMT` (RFC 9110, 5.6.7).
enum HTTPDate {
    static func text(_ instant: Instant) -> String {
        let date = instant.date
        // 1970-01-01 was a Thursday.
        let weekday = Int((date.daysSince1970 % 7 + 7 + 4) % 7)
        let seconds = Int(instant.timeOfDay / 1_000_000)
        let time = [seconds / 3_600, seconds / 60 % 60, seconds % 60].map(twoDigits).joined(separator: ":")
        return "\(days[weekday]), \(twoDigits(date.day)) \(months[date.month - 1]) \(fourDigits(date.year)) \(time) GMT"
    }

    private static let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
    private static let months = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]

    private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static func fourDigits(_ number: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
