/// One SQL statement. Write it as a literal, with `$1`, `$2` … for values; text that is put together at run time
/// (a list's ORDER BY) must come from a fixed set, since each text is prepared once per connection.
public struct PostgresStatement: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The SQL text.
    public let sql: String
    /// Whether it is prepared, and so may be planned without a look at the values.
    let isPrepared: Bool
    /// False for a text with a NUL byte, which would end it.
    let isValid: Bool

    /// A statement put together from fixed pieces; never from values.
    public init(sql: String) {
        self.init(sql, isPrepared: true)
    }

    /// A statement that is planned anew for the values of each run: for lists, where the best plan depends on how many
    /// rows a value has, and of which there are too many different ones to prepare.
    public init(planned sql: String) {
        self.init(sql, isPrepared: false)
    }

    private init(_ sql: String, isPrepared: Bool) {
        self.sql = sql
        self.isPrepared = isPrepared
        isValid = !sql.utf8.contains(0)
    }

    /// A literal.
    public init(stringLiteral value: StaticString) {
        self.init(sql: value.withUTF8Buffer { String(decoding: $0, as: UTF8.self) })
    }

    /// The SQL text; it holds no values.
    public var description: String { sql }
}
