/// One SQL statement. Write it as a literal, with `$1`, `$2` … for values; text that is put together at run time
/// (a list's ORDER BY) must come from a fixed set, since each text is prepared once per connection.
public struct PostgresStatement: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The SQL text.
    public let sql: String

    /// A statement put together from fixed pieces; never from values.
    public init(sql: String) {
        self.sql = sql
    }

    /// A literal.
    public init(stringLiteral value: StaticString) {
        sql = value.withUTF8Buffer { String(decoding: $0, as: UTF8.self) }
    }

    /// The SQL text; it holds no values.
    public var description: String { sql }
}
