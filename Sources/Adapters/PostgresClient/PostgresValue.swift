/// A parameter of a statement. It is sent as text of unknown type, so the statement decides the type;
/// where it cannot (`SELECT $1`), write a cast: `$1::bigint`.
public enum PostgresValue: Sendable, Hashable {
    /// NULL of any type.
    case null
    /// Text; also uuid, enums, json, numeric and whatever else has a text form. No NUL bytes.
    case text(String)
    /// Any integer type.
    case int64(Int64)
    /// boolean.
    case bool(Bool)
    /// float8.
    case double(Double)
    /// timestamptz (or timestamp in UTC), in microseconds since 1970-01-01T00:00:00Z.
    case timestamp(microseconds: Int64)
    /// date.
    case date(PostgresDate)
    /// bytea.
    case bytes([UInt8])
    /// text[].
    case texts([String])
    /// bigint[].
    case int64s([Int64])
}

extension PostgresValue {
    /// Text, or NULL for nil.
    public init(_ value: String?) { self = value.map { .text($0) } ?? .null }
    /// An integer, or NULL for nil.
    public init(_ value: Int64?) { self = value.map { .int64($0) } ?? .null }
    /// A boolean, or NULL for nil.
    public init(_ value: Bool?) { self = value.map { .bool($0) } ?? .null }
    /// A date, or NULL for nil.
    public init(_ value: PostgresDate?) { self = value.map { .date($0) } ?? .null }
    /// A timestamptz in microseconds since 1970, or NULL for nil.
    public init(microseconds value: Int64?) { self = value.map { .timestamp(microseconds: $0) } ?? .null }
}

extension PostgresValue: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral,
    ExpressibleByNilLiteral
{
    /// Text.
    public init(stringLiteral value: String) { self = .text(value) }
    /// An integer.
    public init(integerLiteral value: Int64) { self = .int64(value) }
    /// A boolean.
    public init(booleanLiteral value: Bool) { self = .bool(value) }
    /// NULL.
    public init(nilLiteral: ()) { self = .null }
}

extension PostgresValue: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// Never the value: it may be a patient's.
    public var description: String { "***" }
    /// Never the value.
    public var debugDescription: String { "***" }
    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
