import Application
import PostgresClient

/// A SELECT from one table, called `t`, put together from fixed fragments. Values are bound, never written into
/// the text.
struct Selection {
    private let head: String
    private let table: String
    private var conditions = ["t.deleted_at IS NULL"]
    private var alternatives: [String] = []
    private var values: [PostgresValue] = []

    /// - Returns: `nil` when the scope holds no rows at all.
    init?(_ columns: String, from table: String, joined join: String = "", in scope: ScopeCondition = .everything) {
        head = "SELECT \(columns)\nFROM \(table) AS t\(join)"
        self.table = table
        switch scope {
        case .nothing: return nil
        case .everything: break
        case .anyOf(let conditions):
            for condition in conditions { alternatives.append(bound(condition)) }
        }
    }

    /// Asks for one condition more.
    mutating func require(_ condition: Condition) { conditions.append(bound(condition)) }

    /// Asks for a condition when there is a value for it.
    mutating func require(_ sql: String, _ value: PostgresValue?) {
        if let value { require(Condition(sql, value)) }
    }

    /// Asks that each word, in lower case, occurs in the search text.
    mutating func search(_ words: [String]) {
        guard !words.isEmpty else { return }
        require("t.search_text LIKE ALL (?::text[])", .texts(words.map { "%\($0.lowercased().escapedForLike)%" }))
    }

    /// The statement for rows found by their keys.
    func statement(lock: RowLock? = nil) -> (PostgresStatement, [PostgresValue]) {
        let anyOf = alternatives.isEmpty ? [] : ["(\(alternatives.joined(separator: " OR ")))"]
        let sql = "\(head)\nWHERE \(and(conditions + anyOf))\(lock?.rawValue ?? "")"
        return (PostgresStatement(sql: sql), values)
    }

    /// The statement for a list.
    ///
    /// Alternatives are listed one by one and then merged: each has an index of its own, which an OR cannot use.
    func statement(orderedBy order: String, limit: Int) -> (PostgresStatement, [PostgresValue]) {
        let tail = "\nORDER BY \(order)\nLIMIT $\(values.count + 1)"
        let branches = alternatives.map { and(conditions + [$0]) }
        let condition =
            switch branches.count {
            case 0: and(conditions)
            case 1: branches[0]
            default:
                "t.id IN ("
                    + branches.map { "\n(SELECT t.id FROM \(table) AS t WHERE \($0)\(tail))" }
                    .joined(separator: "\nUNION") + ")"
            }
        let sql = "\(head)\nWHERE \(condition)\(tail)"
        return (PostgresStatement(sql: sql), values + [.int64(Int64(max(0, limit)))])
    }

    private func and(_ conditions: [String]) -> String { conditions.joined(separator: "\nAND ") }

    private mutating func bound(_ condition: Condition) -> String {
        values.append(condition.value)
        return condition.sql.split(separator: "?", omittingEmptySubsequences: false).joined(
            separator: "$\(values.count)")
    }
}

/// How a found row is kept from others until the transaction ends.
enum RowLock: String {
    case forUpdate = "\nFOR UPDATE OF t"
}

extension String {
    /// With the characters that mean something in a LIKE pattern made to mean themselves.
    fileprivate var escapedForLike: String {
        var escaped = ""
        for character in unicodeScalars {
            if character == "%" || character == "_" || character == "\\" { escaped.unicodeScalars.append("\\") }
            escaped.unicodeScalars.append(character)
        }
        return escaped
    }

    /// Whether no stored text can hold this: PostgreSQL keeps no NUL.
    var isNeverStored: Bool { utf8.contains(0) }
}
