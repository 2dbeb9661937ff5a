import Domain

extension Instant {
    /// In UTC, as addresses and hidden fields have it (RFC 3339): 2031-03-04T08:30:00Z.
    var utcText: String {
        let minute = LocalTime(date: date, minute: Int(timeOfDay / 60_000_000)).text
        let (seconds, rest) = (timeOfDay % 60_000_000).quotientAndRemainder(dividingBy: 1_000_000)
        let fraction = rest == 0 ? "" : "." + String(String(1_000_000 + rest).dropFirst())
        return "\(minute):\(seconds < 10 ? "0" : "")\(seconds)\(fraction)Z"
    }
}
