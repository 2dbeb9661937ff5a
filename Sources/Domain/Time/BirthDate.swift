/// The day on which a person was born: not in the future, not before 1900.
public struct BirthDate: Hashable, Comparable, Sendable {
    public let date: CalendarDate

    /// - Parameter today: the UTC date of the request.
    public init(_ date: CalendarDate, today: CalendarDate) throws(FieldError.Reason) {
        guard date <= today else { throw .bornInFuture }
        guard date.year >= 1900 else { throw .bornTooEarly }
        self.date = date
    }

    /// A date that was checked when it was written to our own store.
    public init(stored date: CalendarDate) { self.date = date }

    public static func < (left: BirthDate, right: BirthDate) -> Bool { left.date < right.date }
}
