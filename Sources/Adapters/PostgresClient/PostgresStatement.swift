/// One SQL statement. Write it as a literal, with `$1`, `$2` … for values; text that is put together at run time
/// (a list's ORDER BY) must come from a fixed set, since each text is prepared once per connection.
public struct PostgresStatement: Sendable, Hashable, ExpressibleByStringLiteral, CustomStringConvertible {
    /// The SQL text.
    public let sql: String
    let planning: Planning
    /// The same for the keys of several reads at once, where there is such a statement.
    public let gathered: String?
    /// The same for the values of several at once, where there is such a statement.
    let together: String?
    /// False for a text with a NUL byte, which would end it.
    let isValid: Bool

    /// A statement put together from fixed pieces; never from values.
    public init(sql: String) {
        self.init(sql, .byServer)
    }

    /// A statement that is planned anew for the values of each run: for lists, where the best plan depends on how many
    /// rows a value has. It is prepared all the same outside transactions, where the configuration has a
    /// `localSetting` with which that can be said.
    public init(planned sql: String) {
        self.init(sql, .forValues)
    }

    /// A statement that is planned once, without a look at the values: for lists that are read from an index in their order,
    /// whatever the values are. Where it cannot be set how it is planned, it is planned as `planned` are.
    public init(inOrder sql: String) {
        self.init(sql, .inOrder)
    }

    /// A statement that finds one row at most by its last parameter, the key. Reads of it that go out together and differ in
    /// nothing but the key are one statement.
    ///
    /// - Parameter gathered: finds what `sql` finds for each key of an array, its last parameter, and has one column more,
    ///   behind the others: the place of the key in the array, from 1, as a bigint (`WITH ORDINALITY`).
    public init(byKey sql: String, gathered: String) {
        self.init(sql, .byServer, gathered: gathered)
    }

    /// A statement that several works ask for in a transaction which they share: for all of them it is one.
    ///
    /// - Parameter together: does what `sql` does for each of several sets of values; each of its parameters is an array of what
    ///   `sql` has there. Where it reads, it has one column more, behind the others, by which it is sorted: the place of the set
    ///   of values, from 1, as a bigint (`WITH ORDINALITY`).
    public init(shared sql: String, together: String) {
        self.init(sql, .byServer, together: together)
    }

    /// The same for a read, made of its text.
    ///
    /// - Parameter types: those of its parameters. Its rows come in any order.
    public init(sharedRead sql: String, _ types: [String]) {
        let arrays = types.indices.map { "$\($0 + 1)::\(types[$0])[]" }.joined(separator: ", ")
        let names = types.indices.map { "v\($0 + 1)" }.joined(separator: ", ")
        self.init(
            shared: sql,
            together: """
                SELECT found.*, asked.place
                FROM unnest(\(arrays)) WITH ORDINALITY AS asked (\(names), place)
                CROSS JOIN LATERAL (\(sql.replacing("$", with: "asked.v"))) AS found
                ORDER BY asked.place
                """)
    }

    private init(_ sql: String, _ planning: Planning, gathered: String? = nil, together: String? = nil) {
        self.sql = sql
        self.planning = planning
        self.gathered = gathered
        self.together = together
        isValid = [sql, gathered, together].allSatisfy { $0?.utf8.contains(0) != true }
    }

    /// A literal.
    public init(stringLiteral value: StaticString) {
        self.init(sql: value.withUTF8Buffer { String(decoding: $0, as: UTF8.self) })
    }

    /// The SQL text; it holds no values.
    public var description: String { sql }
}
