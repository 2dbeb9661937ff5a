extension PostgresRow {
    /// As `string`, nil for NULL.
    public func stringIfPresent(_ column: Int) throws(PostgresError) -> String? {
        try optional(column, BinaryDecoding.string)
    }

    /// As `int64`, nil for NULL.
    public func int64IfPresent(_ column: Int) throws(PostgresError) -> Int64? {
        try optional(column, BinaryDecoding.int64)
    }

    /// As `int32`, nil for NULL.
    public func int32IfPresent(_ column: Int) throws(PostgresError) -> Int32? {
        try optional(column, BinaryDecoding.int32)
    }

    /// As `bool`, nil for NULL.
    public func boolIfPresent(_ column: Int) throws(PostgresError) -> Bool? {
        try optional(column, BinaryDecoding.bool)
    }

    /// As `double`, nil for NULL.
    public func doubleIfPresent(_ column: Int) throws(PostgresError) -> Double? {
        try optional(column, BinaryDecoding.double)
    }

    /// As `timestamp`, nil for NULL.
    public func timestampIfPresent(_ column: Int) throws(PostgresError) -> Int64? {
        try optional(column, BinaryDecoding.timestamp)
    }

    /// As `date`, nil for NULL.
    public func dateIfPresent(_ column: Int) throws(PostgresError) -> PostgresDate? {
        try optional(column, BinaryDecoding.date)
    }

    /// As `bytes`, nil for NULL.
    public func bytesIfPresent(_ column: Int) throws(PostgresError) -> [UInt8]? {
        try optional(column, BinaryDecoding.bytes)
    }

    /// As `strings`, nil for NULL.
    public func stringsIfPresent(_ column: Int) throws(PostgresError) -> [String]? {
        try optional(column, BinaryDecoding.strings)
    }

    /// As `int64s`, nil for NULL.
    public func int64sIfPresent(_ column: Int) throws(PostgresError) -> [Int64]? {
        try optional(column, BinaryDecoding.int64s)
    }
}

extension PostgresRow {
    typealias Decoder<Value> = (_ bytes: BinaryDecoding.Bytes, _ type: UInt32) -> Value?

    func check(_ column: Int) throws(PostgresError) {
        guard column >= 0, column < columnCount else { throw .unexpectedValue(column: column) }
    }

    @inline(__always)
    func required<Value>(_ column: Int, _ decode: Decoder<Value>) throws(PostgresError) -> Value {
        guard let value = try optional(column, decode) else { throw .unexpectedValue(column: column) }
        return value
    }

    @inline(__always)
    func optional<Value>(_ column: Int, _ decode: Decoder<Value>) throws(PostgresError) -> Value? {
        try check(column)
        guard let read = storage.read(number, column, decode) else { return nil }
        guard let value = read else { throw .unexpectedValue(column: column) }
        return value
    }
}
