import Domain
import PostgresClient

/// Reads the columns of a row from left to right, as domain values.
///
/// Each function takes the next column. What does not fit (NULL, another type, an unknown code) is
/// `PostgresError.unexpectedValue` with the column's position, never its content.
struct ColumnCursor {
    private let row: PostgresRow
    private var next = 0

    init(_ row: PostgresRow) { self.row = row }

    mutating func id<Kind>() throws(PostgresError) -> ID<Kind> {
        guard let id = ID<Kind>(try row.int64(advance())) else { throw unexpected }
        return id
    }

    mutating func optionalID<Kind>() throws(PostgresError) -> ID<Kind>? {
        try row.int64IfPresent(advance()).flatMap { ID<Kind>($0) }
    }

    mutating func string() throws(PostgresError) -> String { try row.string(advance()) }

    mutating func optionalString() throws(PostgresError) -> String? { try row.stringIfPresent(advance()) }

    mutating func bool() throws(PostgresError) -> Bool { try row.bool(advance()) }

    mutating func int() throws(PostgresError) -> Int { Int(try row.int64(advance())) }

    mutating func optionalInt64() throws(PostgresError) -> Int64? { try row.int64IfPresent(advance()) }

    mutating func bytes() throws(PostgresError) -> [UInt8] { try row.bytes(advance()) }

    mutating func text<Text: LimitedText>() throws(PostgresError) -> Text { Text(stored: try string()) }

    /// `nil` for '', a member left blank.
    mutating func blankableText<Text: LimitedText>() throws(PostgresError) -> Text? {
        let text = try string()
        return text.isEmpty ? nil : Text(stored: text)
    }

    /// A value that is kept under its code.
    mutating func code<Code: RawRepresentable<String>>() throws(PostgresError) -> Code {
        guard let code = Code(rawValue: try string()) else { throw unexpected }
        return code
    }

    /// `nil` for '', a member left blank.
    mutating func blankableCode<Code: RawRepresentable<String>>() throws(PostgresError) -> Code? {
        let text = try string()
        guard !text.isEmpty else { return nil }
        guard let code = Code(rawValue: text) else { throw unexpected }
        return code
    }

    mutating func number<Number: LimitedNumber>() throws(PostgresError) -> Number { Number(stored: try int()) }

    mutating func optionalNumber<Number: LimitedNumber>() throws(PostgresError) -> Number? {
        try row.int64IfPresent(advance()).map { Number(stored: Int($0)) }
    }

    mutating func optionalMoney() throws(PostgresError) -> Money? {
        guard let minorUnits = try row.int64IfPresent(advance()) else { return nil }
        guard let money = Money(stored: minorUnits) else { throw unexpected }
        return money
    }

    mutating func birthDate() throws(PostgresError) -> BirthDate {
        guard let birthDate = try optionalBirthDate() else { throw unexpected }
        return birthDate
    }

    mutating func optionalBirthDate() throws(PostgresError) -> BirthDate? {
        guard let day = try row.dateIfPresent(advance()) else { return nil }
        guard let date = CalendarDate(year: day.year, month: day.month, day: day.day) else { throw unexpected }
        return BirthDate(stored: date)
    }

    mutating func instant() throws(PostgresError) -> Instant {
        guard let instant = try optionalInstant() else { throw unexpected }
        return instant
    }

    mutating func optionalInstant() throws(PostgresError) -> Instant? {
        guard let microseconds = try row.timestampIfPresent(advance()) else { return nil }
        guard let instant = Instant(stored: microseconds) else { throw unexpected }
        return instant
    }

    /// Numbers of microseconds since 1970.
    mutating func instants() throws(PostgresError) -> [Instant] {
        let numbers = try int64s()
        let instants = numbers.compactMap { Instant(stored: $0) }
        guard instants.count == numbers.count else { throw unexpected }
        return instants
    }

    mutating func int64s() throws(PostgresError) -> [Int64] { try row.int64s(advance()) }

    mutating func optionalInt64s() throws(PostgresError) -> [Int64]? { try row.int64sIfPresent(advance()) }

    /// Two columns: where the slot starts and where it ends.
    mutating func slot() throws(PostgresError) -> Slot {
        let start = try instant()
        let end = try instant()
        let minutes = (end.microseconds - start.microseconds) / 60_000_000
        return Slot(start: AppointmentStart(stored: start), length: AppointmentLength(stored: Int(minutes)))
    }

    /// The error for the column that was read last.
    private var unexpected: PostgresError { .unexpectedValue(column: next - 1) }

    private mutating func advance() -> Int {
        next += 1
        return next - 1
    }
}
