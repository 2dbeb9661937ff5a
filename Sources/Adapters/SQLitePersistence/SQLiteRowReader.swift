import Domain
import Foundation
import GRDB

/// Reads the columns of a row from left to right, each as what it means in the domain.
///
/// A column that holds something else is a fault of ours: it throws and never traps.
struct SQLiteRowReader {
    private let row: Row
    private var index = 0

    init(_ row: Row) { self.row = row }

    mutating func integer() throws -> Int64 { try row.decode(atIndex: next()) }
    mutating func optionalInteger() throws -> Int64? { try row.decode(atIndex: next()) }
    mutating func string() throws -> String { try row.decode(atIndex: next()) }
    mutating func bytes() throws -> [UInt8] { Array(try row.decode(Data.self, atIndex: next())) }
    mutating func optionalString() throws -> String? { try row.decode(atIndex: next()) }
    mutating func bool() throws -> Bool { try integer() != 0 }
    mutating func instant() throws -> Instant { Instant(microseconds: try integer()) }

    mutating func id<Kind>() throws -> ID<Kind> {
        guard let id = ID<Kind>(try integer()) else { throw unreadable() }
        return id
    }

    mutating func optionalID<Kind>() throws -> ID<Kind>? { try optionalInteger().flatMap { ID<Kind>($0) } }

    mutating func text<Text: LimitedText>() throws -> Text { Text(stored: try string()) }

    /// A blank text is `nil`.
    mutating func optionalText<Text: LimitedText>() throws -> Text? {
        let text = try string()
        return text.isEmpty ? nil : Text(stored: text)
    }

    mutating func number<Number: LimitedNumber>() throws -> Number { Number(stored: Int(try integer())) }

    mutating func optionalNumber<Number: LimitedNumber>() throws -> Number? {
        try optionalInteger().map { Number(stored: Int($0)) }
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
        let text: String? = try row.decode(atIndex: next())
        guard let text else { return nil }
        guard let date = CalendarDate(text) else { throw unreadable() }
        return BirthDate(stored: date)
    }

    private mutating func next() -> Int {
        defer { index += 1 }
        return index
    }

    private func unreadable() -> SQLiteFault {
        .unreadableColumn(row.columnNames.dropFirst(index - 1).first ?? "")
    }
}
