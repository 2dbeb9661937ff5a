import Application
import Domain

/// A condition by which a list is narrowed, in the forms in which it can be asked for.
struct SQLiteNarrowing<Key: SortKey> {
    /// Selects the numbers of all records that fulfil the condition, by indexes. Several find different records each,
    /// or the same ones again.
    let lookups: [SQLiteCondition]
    /// What is counted to learn whether the lookups find few; no more is looked at than that takes.
    let probes: [SQLiteCondition]
    /// For a record that is at hand; leads SQLite to no index.
    let atHand: SQLiteCondition
    /// Leads to an index that has the records that fulfil the condition in the order of this key.
    let ordered: (key: Key, condition: SQLiteCondition)?

    init(
        lookups: [SQLiteCondition], probes: [SQLiteCondition]? = nil, atHand: SQLiteCondition,
        ordered: (key: Key, condition: SQLiteCondition)? = nil
    ) {
        self.lookups = lookups
        self.probes = probes ?? lookups
        self.atHand = atHand
        self.ordered = ordered
    }

    /// A column has a value.
    ///
    /// - Parameter key: by what those that have it are ordered in an index.
    init(_ column: String, of table: String, _ value: Int64, orderedBy key: Key? = nil) {
        self.init(table, SQLiteCondition("\(table).\(column) = ?", value), orderedBy: key)
    }

    init(_ column: String, of table: String, _ value: String, orderedBy key: Key? = nil) {
        self.init(table, SQLiteCondition("\(table).\(column) = ?", value), orderedBy: key)
    }

    /// A condition that begins with the column to which it leads.
    init(_ table: String, _ condition: SQLiteCondition, orderedBy key: Key? = nil) {
        let lookup = "SELECT \(table).id FROM \(table) WHERE \(condition.sql) AND \(table).deleted_at IS NULL"
        self.init(
            lookups: [SQLiteCondition(sql: lookup, values: condition.values)],
            atHand: SQLiteCondition(sql: "+" + condition.sql, values: condition.values),
            ordered: key.map { ($0, condition) })
    }

    /// At least one of them; none is nothing.
    static func any(_ narrowings: [SQLiteNarrowing]) -> SQLiteNarrowing {
        if narrowings.count == 1 { return narrowings[0] }
        return SQLiteNarrowing(
            lookups: narrowings.isEmpty
                ? [SQLiteCondition("SELECT 0 WHERE FALSE")] : narrowings.flatMap(\.lookups),
            probes: narrowings.flatMap(\.probes), atHand: .any(narrowings.map(\.atHand)))
    }

    /// Records of a table whose patient the account registered.
    static func ofRegisteredPatients(
        in table: String, by account: AccountID, atHand: String
    ) -> SQLiteNarrowing {
        let patients = "SELECT id FROM patients WHERE created_by = ? AND deleted_at IS NULL"
        let lookup = """
            SELECT \(table).id FROM (\(patients)) AS registered
            CROSS JOIN \(table) ON \(table).patient_id = registered.id AND \(table).deleted_at IS NULL
            """
        let records = SQLiteCondition(lookup, account.number)
        return SQLiteNarrowing(
            // Many patients are many to look at, though they may have no records.
            lookups: [records], probes: [SQLiteCondition(patients, account.number), records],
            atHand: SQLiteCondition(atHand, account.number))
    }
}
