/// A point in time: microseconds since 1970-01-01T00:00:00Z, leap seconds not counted, as PostgreSQL keeps it.
public struct Instant: Hashable, Comparable, Sendable {
    public let microseconds: Int64

    public init(microseconds: Int64) { self.microseconds = microseconds }

    /// A time as a store has it.
    ///
    /// - Returns: `nil` outside the years 1 to 9999, which is what our texts can say; no time of ours lies there.
    public init?(stored microseconds: Int64) {
        guard Instant.storable.contains(microseconds) else { return nil }
        self.microseconds = microseconds
    }

    private static let storable: ClosedRange<Int64> = -62_135_596_800_000_000...253_402_300_799_999_999

    /// Whole seconds since 1970, rounded towards the past.
    public var seconds: Int64 { microseconds.quotientTowardsPast(1_000_000) }

    /// The UTC date on which this instant falls.
    public var date: CalendarDate { CalendarDate(daysSince1970: microseconds.quotientTowardsPast(Instant.day)) }

    /// Microseconds since midnight UTC, from 0 up to, not including, a day.
    public var timeOfDay: Int64 { microseconds - microseconds.quotientTowardsPast(Instant.day) * Instant.day }

    /// The instant so many microseconds after the midnight UTC that begins the date.
    public init(_ date: CalendarDate, timeOfDay: Int64 = 0) {
        microseconds = date.daysSince1970 * Instant.day + timeOfDay
    }

    /// The instant so many seconds later, or earlier when negative.
    public func adding(seconds: Int64) -> Instant { Instant(microseconds: microseconds + seconds * 1_000_000) }

    /// This instant, or the first one after another when it is not later: versions of a record never repeat a time,
    /// however coarse the clock or far it was set back, but at the very end of what a store takes.
    public func following(_ other: Instant) -> Instant {
        Swift.max(self, Instant(microseconds: Swift.min(other.microseconds + 1, Instant.storable.upperBound)))
    }

    /// The instant so many minutes later, or earlier when negative.
    public func adding(minutes: Int) -> Instant { adding(seconds: Int64(minutes) * 60) }

    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }

    /// Microseconds in a UTC day.
    public static let day: Int64 = 86_400_000_000
}

extension Int64 {
    /// Division that rounds towards negative infinity.
    func quotientTowardsPast(_ divisor: Int64) -> Int64 {
        let (quotient, remainder) = quotientAndRemainder(dividingBy: divisor)
        return remainder < 0 ? quotient - 1 : quotient
    }
}
