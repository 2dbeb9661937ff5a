import Application
import Domain
import GRDB

/// A condition with the values for its question marks.
struct SQLiteCondition {
    let sql: String
    let values: SQLiteValues

    init(_ sql: String, _ values: (any DatabaseValueConvertible)?...) {
        self.sql = sql
        self.values = values
    }
}

/// The conditions of a `WHERE`, all of which hold together. Values are bound, never written into the text.
struct SQLiteConditions {
    private var texts: [String] = []
    private(set) var values: SQLiteValues = []

    var sql: String { texts.joined(separator: " AND ") }

    init(_ first: SQLiteCondition) { add(first) }

    /// Text with a NUL is found nowhere, since none can be stored; SQLite would look for what stands before the NUL.
    mutating func add(_ condition: SQLiteCondition) {
        guard !condition.values.contains(where: { ($0 as? String)?.utf8.contains(0) == true }) else {
            return texts.append("FALSE")
        }
        texts.append(condition.sql)
        values += condition.values
    }

    /// Adds a condition if there is a value for it.
    mutating func add<Value>(_ value: Value?, _ condition: (Value) -> SQLiteCondition) {
        guard let value else { return }
        add(condition(value))
    }

    /// Each word must occur somewhere in the column, which holds lower-case text. No character means anything special.
    ///
    /// In groups, since SQLite refuses conditions that are nested more than 1,000 deep, and counts each `AND` as a level.
    mutating func addSearch(_ words: [String], in column: String) {
        for start in stride(from: 0, to: words.count, by: SQLiteConditions.groupSize) {
            var group = SQLiteConditions(SQLiteCondition("TRUE"))
            for word in words[start..<min(start + SQLiteConditions.groupSize, words.count)] {
                group.add(SQLiteCondition("instr(\(column), ?) > 0", word.lowercased()))
            }
            texts.append("(\(group.sql))")
            values += group.values
        }
    }

    private static let groupSize = 100

    /// Leaves only records to which a caller is related in at least one of the scope's ways.
    ///
    /// - Parameter condition: when a caller is related so; `nil` when this caller is so related to nothing.
    mutating func add(_ scope: Scope, _ condition: (Relation, Caller) -> SQLiteCondition?) {
        guard let ways = SQLiteConditions.ways(scope, condition) else { return }
        guard !ways.isEmpty else { return add(SQLiteCondition("FALSE")) }
        texts.append("(" + ways.map(\.sql).joined(separator: " OR ") + ")")
        values += ways.flatMap(\.values)
    }

    /// The same, each way looked up by an index of its own and the finds united. For lists that nothing else narrows:
    /// across an OR, SQLite would rather read the whole table in the order of the list.
    mutating func addUnited(
        _ scope: Scope, in table: String, _ condition: (Relation, Caller) -> SQLiteCondition?
    ) {
        guard let ways = SQLiteConditions.ways(scope, condition), ways.count > 1 else {
            return add(scope, condition)
        }
        let lookups = ways.map { "SELECT id FROM \(table) WHERE deleted_at IS NULL AND \($0.sql)" }
        texts.append("id IN (" + lookups.joined(separator: " UNION ") + ")")
        values += ways.flatMap(\.values)
    }

    /// `nil` for everything. In a fixed order, so that the same relations always give the same statement.
    private static func ways(
        _ scope: Scope, _ condition: (Relation, Caller) -> SQLiteCondition?
    ) -> [SQLiteCondition]? {
        switch scope {
        case .everything: nil
        case .nothing: []
        case .related(let relations, let caller):
            Relation.allCases.filter(relations.contains).compactMap { condition($0, caller) }
        }
    }
}

/// The end of a list's statement: its order, ties by number, and its greatest length.
struct SQLiteOrder {
    let sql: String

    /// - Parameter standard: the order when none is asked for.
    init<Key>(_ ordering: [Ordering<Key>], standard: String, _ column: (Key) -> String) {
        var columns: Set<String> = []
        // A key that was named before decides nothing.
        let keys = ordering.filter { columns.insert(column($0.key)).inserted }.map {
            column($0.key) + ($0.descending ? " DESC" : "")
        }
        sql = "ORDER BY " + (ordering.isEmpty ? standard : (keys + ["id"]).joined(separator: ", ")) + " LIMIT ?"
    }
}
