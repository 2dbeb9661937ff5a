import Application
import Domain

/// A condition by which a list is narrowed, in the forms in which it can be asked for.
struct SQLiteNarrowing<Key: SortKey> {
    /// Each selects the numbers of records that fulfil the condition, by an index; all together select every such record.
    let lookups: [SQLiteCondition]
    /// For a record that is at hand; leads SQLite to no index.
    let atHand: SQLiteCondition
    /// Conditions at least one of which a record fulfils that fulfils this one. Each leads to an index of its own; none,
    /// when the lookups lead elsewhere.
    private(set) var ways: [SQLiteCondition] = []
    /// By what the records lie in indexes of the ways: in one of them by each of these.
    private(set) var orders: [Key] = []
    /// For each way the index that has whatever such lists are ordered by; empty when not all ways have one. By their
    /// names, since SQLite would rather take one that is narrower, and look each record up.
    private(set) var coverings: [String] = []

    var isCovered: Bool { !coverings.isEmpty }

    init(lookups: [SQLiteCondition], atHand: SQLiteCondition) {
        self.lookups = lookups
        self.atHand = atHand
    }

    /// A condition that begins with the column to which it leads.
    ///
    /// - Parameter orders: by what those that fulfil it are ordered in an index.
    init(_ table: String, _ condition: SQLiteCondition, orderedBy orders: Key...) {
        self.init(table, condition, orders)
    }

    private init(_ table: String, _ condition: SQLiteCondition, _ orders: [Key]) {
        let lookup = "SELECT \(table).id FROM \(table) WHERE \(condition.sql) AND \(table).deleted_at IS NULL"
        self.init(
            lookups: [SQLiteCondition(sql: lookup, values: condition.values)],
            atHand: SQLiteCondition(sql: "+" + condition.sql, values: condition.values))
        ways = [condition]
        self.orders = orders
    }

    /// A column has a value.
    init(_ column: String, of table: String, _ value: Int64, orderedBy orders: Key...) {
        self.init(table, SQLiteCondition("\(table).\(column) = ?", value), orders)
    }

    init(_ column: String, of table: String, _ value: String, orderedBy orders: Key...) {
        self.init(table, SQLiteCondition("\(table).\(column) = ?", value), orders)
    }

    /// The same, where an index has whatever such lists are ordered by.
    func covered(by index: String) -> SQLiteNarrowing {
        var copy = self
        copy.coverings = [index]
        return copy
    }

    /// At least one of them; none is nothing.
    static func any(_ narrowings: [SQLiteNarrowing]) -> SQLiteNarrowing {
        if narrowings.count == 1 { return narrowings[0] }
        var any = SQLiteNarrowing(lookups: narrowings.flatMap(\.lookups), atHand: .any(narrowings.map(\.atHand)))
        guard let first = narrowings.first, narrowings.allSatisfy({ !$0.ways.isEmpty }) else { return any }
        any.ways = narrowings.flatMap(\.ways)
        any.orders = first.orders.filter { order in narrowings.allSatisfy { $0.orders.contains(order) } }
        any.coverings = narrowings.allSatisfy(\.isCovered) ? narrowings.flatMap(\.coverings) : []
        return any
    }
}
