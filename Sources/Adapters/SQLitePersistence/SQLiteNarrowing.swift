import Application
import Domain

/// A condition by which a list is narrowed, in the forms in which it can be asked for.
struct SQLiteNarrowing<Key: SortKey> {
    /// Each selects the numbers of records that fulfil the condition, by an index; all together select every such record.
    let lookups: [SQLiteCondition]
    /// What else has to be few for the lookups to be short.
    var guards: [SQLiteCondition] = []
    /// How many times as many records as for other conditions count as few.
    var patience = 1
    /// For a record that is at hand; leads SQLite to no index.
    let atHand: SQLiteCondition
    /// Leads to an index that has the records that fulfil the condition in the order of this key.
    var ordered: (key: Key, condition: SQLiteCondition)?

    init(lookups: [SQLiteCondition], atHand: SQLiteCondition) {
        self.lookups = lookups
        self.atHand = atHand
    }

    /// A condition that begins with the column to which it leads.
    ///
    /// - Parameter key: by what those that fulfil it are ordered in an index.
    init(_ table: String, _ condition: SQLiteCondition, orderedBy key: Key? = nil) {
        let lookup = "SELECT \(table).id FROM \(table) WHERE \(condition.sql) AND \(table).deleted_at IS NULL"
        self.init(
            lookups: [SQLiteCondition(sql: lookup, values: condition.values)],
            atHand: SQLiteCondition(sql: "+" + condition.sql, values: condition.values))
        ordered = key.map { ($0, condition) }
    }

    /// A column has a value.
    init(_ column: String, of table: String, _ value: Int64, orderedBy key: Key? = nil) {
        self.init(table, SQLiteCondition("\(table).\(column) = ?", value), orderedBy: key)
    }

    init(_ column: String, of table: String, _ value: String, orderedBy key: Key? = nil) {
        self.init(table, SQLiteCondition("\(table).\(column) = ?", value), orderedBy: key)
    }

    /// At least one of them; none is nothing.
    static func any(_ narrowings: [SQLiteNarrowing]) -> SQLiteNarrowing {
        if narrowings.count == 1 { return narrowings[0] }
        var any = SQLiteNarrowing(lookups: narrowings.flatMap(\.lookups), atHand: .any(narrowings.map(\.atHand)))
        any.guards = narrowings.flatMap(\.guards)
        return any
    }

    /// Records of a table whose patient the account registered.
    static func ofRegisteredPatients(
        in table: String, by account: AccountID, atHand: String
    ) -> SQLiteNarrowing {
        let patients = "SELECT id FROM patients WHERE created_by = ? AND deleted_at IS NULL"
        let records = """
            SELECT \(table).id FROM (\(patients)) AS registered
            CROSS JOIN \(table) ON \(table).patient_id = registered.id AND \(table).deleted_at IS NULL
            """
        var narrowing = SQLiteNarrowing(
            lookups: [SQLiteCondition(records, account.number)], atHand: SQLiteCondition(atHand, account.number))
        // Many patients are many to look at, though they may have no records.
        narrowing.guards = [SQLiteCondition(patients, account.number)]
        return narrowing
    }
}
