public import Domain

/// What a record has in one of the keys by which it can be sorted.
public enum SortValue: Hashable, Sendable {
    case number(Int64)
    /// Sorted by code points.
    case text(String)
    case instant(Instant)
    case date(CalendarDate)

    /// Which values a key can have. Stores can compare all of these with what they hold.
    public enum Kind: Equatable, Sendable {
        case number(ClosedRange<Int64>)
        /// Text without NUL.
        case text
        /// An instant of the years 1 to 9999.
        case instant
        case date

        /// A record's number.
        public static var id: Kind { .number(1...Int64.max) }

        /// Whether a key of this kind can have the value.
        public func holds(_ value: SortValue) -> Bool {
            switch (self, value) {
            case (.number(let range), .number(let number)): range.contains(number)
            case (.text, .text(let text)): !text.utf8.contains(0)
            case (.instant, .instant(let instant)): (1...9999).contains(instant.date.year)
            case (.date, .date): true
            case (.number, _), (.text, _), (.instant, _), (.date, _): false
            }
        }
    }
}
