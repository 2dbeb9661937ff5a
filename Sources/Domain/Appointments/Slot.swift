/// The time that an appointment takes: from its start up to, not including, its end.
public struct Slot: Hashable, Sendable {
    public let start: AppointmentStart
    public let length: AppointmentLength

    public init(start: AppointmentStart, length: AppointmentLength) {
        self.start = start
        self.length = length
    }

    /// The first instant that is free again.
    public var end: Instant { start.instant.adding(minutes: length.number) }

    /// The UTC date on which it starts.
    public var date: CalendarDate { start.instant.date }

    /// Whether the two share any time; touching is not sharing.
    public func overlaps(_ other: Slot) -> Bool { start.instant < other.end && other.start.instant < end }
}

/// When an appointment starts: in the years 1900 to 2999, UTC.
public struct AppointmentStart: Hashable, Comparable, Sendable {
    public let instant: Instant

    /// - Throws: `.timeOutOfRange`.
    public init(_ instant: Instant) throws(FieldError.Reason) {
        guard (1900...2999).contains(instant.date.year) else { throw .timeOutOfRange }
        self.instant = instant
    }

    /// A start that was checked when it was written to our own store.
    public init(stored instant: Instant) { self.instant = instant }

    public static func < (left: AppointmentStart, right: AppointmentStart) -> Bool { left.instant < right.instant }
}

/// How long an appointment takes: 5 to 1440 minutes. The upper limit lets the store look for overlaps in a bounded range.
public struct AppointmentLength: LimitedNumber {
    public static let limits = 5...1440
    public static let standard = AppointmentLength(stored: 30)
    public let number: Int
    public init(stored: Int) { number = stored }
}
