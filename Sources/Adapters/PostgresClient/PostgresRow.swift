/// One row. Columns are read by position from 0, with the type they have in the statement;
/// each accessor throws `.unexpectedValue` for NULL, a missing column, or another type.
/// `…IfPresent` give nil for NULL. Cast what has no accessor (`numeric`, `inet`, …) to text or bigint in SQL.
public struct PostgresRow: Sendable {
    let storage: RowStorage
    let number: Int

    /// The number of columns.
    public var columnCount: Int { storage.columnCount }

    /// Whether the column is NULL.
    public func isNull(_ column: Int) throws(PostgresError) -> Bool {
        try check(column)
        return storage.isNull(number, column)
    }

    /// text, varchar, char, name, json, jsonb, uuid, xml, and enums.
    public func string(_ column: Int) throws(PostgresError) -> String {
        try required(column, BinaryDecoding.string)
    }

    /// smallint, integer or bigint.
    public func int64(_ column: Int) throws(PostgresError) -> Int64 {
        try required(column, BinaryDecoding.int64)
    }

    /// smallint or integer; bigint when it fits.
    public func int32(_ column: Int) throws(PostgresError) -> Int32 {
        try required(column, BinaryDecoding.int32)
    }

    /// boolean.
    public func bool(_ column: Int) throws(PostgresError) -> Bool {
        try required(column, BinaryDecoding.bool)
    }

    /// float4 or float8.
    public func double(_ column: Int) throws(PostgresError) -> Double {
        try required(column, BinaryDecoding.double)
    }

    /// timestamptz, or timestamp taken as UTC: microseconds since 1970-01-01T00:00:00Z.
    /// Infinity is refused as `.unexpectedValue`.
    public func timestamp(_ column: Int) throws(PostgresError) -> Int64 {
        try required(column, BinaryDecoding.timestamp)
    }

    /// date; infinity is refused as `.unexpectedValue`.
    public func date(_ column: Int) throws(PostgresError) -> PostgresDate {
        try required(column, BinaryDecoding.date)
    }

    /// bytea.
    public func bytes(_ column: Int) throws(PostgresError) -> [UInt8] {
        try required(column, BinaryDecoding.bytes)
    }

    /// An array of a type that `string` reads, without NULLs.
    public func strings(_ column: Int) throws(PostgresError) -> [String] {
        try required(column, BinaryDecoding.strings)
    }

    /// An array of a type that `int64` reads, without NULLs.
    public func int64s(_ column: Int) throws(PostgresError) -> [Int64] {
        try required(column, BinaryDecoding.int64s)
    }
}

extension PostgresRow: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the values.
    public var description: String { "row of \(columnCount) columns" }
    /// Never the values.
    public var debugDescription: String { description }
    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
