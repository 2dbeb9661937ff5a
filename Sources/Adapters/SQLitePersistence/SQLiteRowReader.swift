import Domain
import GRDB
import GRDBSQLite

/// Reads the columns of a row from left to right, each as what it means in the domain.
///
/// A column that holds something else is a fault of ours: it throws and never traps.
struct SQLiteRowReader {
    private let row: SQLiteStatement
    private var index: CInt = 0

    /// - Parameter row: a statement that has come to a row, and stays there while this reads.
    init(_ row: SQLiteStatement) { self.row = row }

    mutating func integer() throws -> Int64 {
        guard let number = optionalInteger() else { throw unreadable() }
        return number
    }

    mutating func optionalInteger() -> Int64? {
        let column = next()
        return sqlite3_column_type(row, column) == SQLITE_NULL ? nil : sqlite3_column_int64(row, column)
    }

    mutating func string() throws -> String {
        guard let text = try optionalString() else { throw unreadable() }
        return text
    }

    mutating func optionalString() throws -> String? {
        let column = next()
        // Before its bytes are asked for, which may make a text of what is none.
        guard sqlite3_column_type(row, column) != SQLITE_NULL else { return nil }
        guard let bytes = sqlite3_column_text(row, column) else { throw unreadable() }
        return String(cString: bytes)
    }

    mutating func bytes() throws -> [UInt8] {
        let column = next()
        guard sqlite3_column_type(row, column) != SQLITE_NULL else { throw unreadable() }
        let bytes = sqlite3_column_blob(row, column)
        return [UInt8](UnsafeRawBufferPointer(start: bytes, count: Int(sqlite3_column_bytes(row, column))))
    }

    mutating func bool() throws -> Bool { try integer() != 0 }

    mutating func instant() throws -> Instant {
        guard let instant = try optionalInstant() else { throw unreadable() }
        return instant
    }

    mutating func optionalInstant() throws -> Instant? {
        guard let microseconds = optionalInteger() else { return nil }
        guard let instant = Instant(stored: microseconds) else { throw unreadable() }
        return instant
    }

    mutating func optionalMoney() throws -> Money? {
        guard let minorUnits = optionalInteger() else { return nil }
        guard let money = Money(stored: minorUnits) else { throw unreadable() }
        return money
    }

    mutating func id<Kind>() throws -> ID<Kind> {
        guard let id = ID<Kind>(try integer()) else { throw unreadable() }
        return id
    }

    mutating func optionalID<Kind>() -> ID<Kind>? { optionalInteger().flatMap { ID<Kind>($0) } }

    mutating func text<Text: LimitedText>() throws -> Text { Text(stored: try string()) }

    /// A blank text is `nil`.
    mutating func optionalText<Text: LimitedText>() throws -> Text? {
        let text = try string()
        return text.isEmpty ? nil : Text(stored: text)
    }

    mutating func number<Number: LimitedNumber>() throws -> Number { Number(stored: Int(try integer())) }

    mutating func optionalNumber<Number: LimitedNumber>() -> Number? {
        optionalInteger().map { Number(stored: Int($0)) }
    }

    mutating func code<Code: RawRepresentable<String>>() throws -> Code {
        guard let code = Code(rawValue: try string()) else { throw unreadable() }
        return code
    }

    /// A blank code is `nil`.
    mutating func optionalCode<Code: RawRepresentable<String>>() throws -> Code? {
        let text = try string()
        guard !text.isEmpty else { return nil }
        guard let code = Code(rawValue: text) else { throw unreadable() }
        return code
    }

    mutating func birthDate() throws -> BirthDate {
        guard let date = CalendarDate(try string()) else { throw unreadable() }
        return BirthDate(stored: date)
    }

    mutating func optionalBirthDate() throws -> BirthDate? {
        guard let text = try optionalString() else { return nil }
        guard let date = CalendarDate(text) else { throw unreadable() }
        return BirthDate(stored: date)
    }

    private mutating func next() -> CInt {
        defer { index += 1 }
        return index
    }

    /// Of the column that was read last.
    func unreadable() -> SQLiteFault {
        .unreadableColumn(sqlite3_column_name(row, index - 1).map { String(cString: $0) } ?? "")
    }
}
