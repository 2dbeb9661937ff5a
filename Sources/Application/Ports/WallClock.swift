public import Domain

/// Tells the time; the only source of it. Named so because the standard library has a `Clock` already.
public protocol WallClock: Sendable {
    /// The present, to the microsecond.
    func now() -> Instant
}

extension WallClock {
    /// The UTC date of the present.
    public var today: CalendarDate { now().date }
}
