import Domain
import GRDB

/// A condition with the values for its question marks.
struct SQLiteCondition {
    let sql: String
    let values: SQLiteValues

    init(_ sql: String, _ values: (any SQLiteValue)?...) {
        self.init(sql: sql, values: values)
    }

    init(sql: String, values: SQLiteValues) {
        self.sql = sql
        self.values = values
    }

    /// The condition that at least one of these holds.
    static func any(_ conditions: [SQLiteCondition]) -> SQLiteCondition {
        guard !conditions.isEmpty else { return SQLiteCondition("FALSE") }
        return SQLiteCondition(
            sql: "(" + conditions.map(\.sql).joined(separator: " OR ") + ")", values: conditions.flatMap(\.values))
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

    /// The same behind a question mark for a value.
    func preceded(by value: String) -> SQLiteConditions {
        var copy = self
        copy.values.insert(value, at: 0)
        return copy
    }

    /// The same with a condition more.
    func adding(_ condition: SQLiteCondition?) -> SQLiteConditions {
        var copy = self
        if let condition { copy.add(condition) }
        return copy
    }

    /// Leaves only records to which a caller is related in at least one of the scope's ways.
    ///
    /// - Parameter relation: when a caller is related so; `nil` when this caller is so related to nothing.
    mutating func add<Key>(_ scope: Scope, _ relation: (Relation, Caller) -> SQLiteNarrowing<Key>?) {
        switch scope {
        case .everything: break
        case .nothing: add(SQLiteCondition("FALSE"))
        case .related(let relations, let caller):
            // In a fixed order, so that the same relations always give the same statement.
            add(.any(Relation.allCases.filter(relations.contains).compactMap { relation($0, caller)?.atHand }))
        }
    }

    /// Each word must occur somewhere in the column. No character means anything special.
    ///
    /// In groups, since SQLite refuses conditions that are nested more than 1,000 deep, and counts each `AND` as a level.
    mutating func addSearch(_ words: [String], in column: String) {
        for start in stride(from: 0, to: words.count, by: SQLiteConditions.groupSize) {
            var group = SQLiteConditions(SQLiteCondition("TRUE"))
            for word in words[start..<min(start + SQLiteConditions.groupSize, words.count)] {
                group.add(SQLiteCondition("instr(\(column), ?) > 0", word))
            }
            texts.append("(\(group.sql))")
            values += group.values
        }
    }

    private static let groupSize = 100
}
