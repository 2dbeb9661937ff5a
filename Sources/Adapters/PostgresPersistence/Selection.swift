import Application
import Domain
import PostgresClient

/// A SELECT from one table, called `t`, put together from fixed fragments. Values are bound, never written into
/// the text.
struct Selection {
    /// What it sees, whatever its conditions are.
    let sight: Sight
    /// What is read of its rows.
    var columns: String
    /// The table, and beside it what has the order of the list.
    private var rows: String
    /// What is read of each row besides.
    private let join: String
    private var conditions: [String]
    private var alternatives: [String] = []
    private var values: [PostgresValue] = []
    /// Whether numbers are found and sorted before rows are looked at.
    private var findsNumbersFirst = false
    /// Whether, in the standard order, the same plan is the best one for all values: an index has the order, behind
    /// whose the rows are.
    private var hasOnePlan = true
    /// Whether all rows are found first and sorted then, rather than met in the order of the list, where that is by text.
    /// In that order those that have a word may come very late, and the planner does not know.
    var sortsByText = false
    /// Whether words are looked for that are in the index with the standard order.
    private var passesIndex = false

    /// - Parameters:
    ///   - sight: what it sees of the tables that have policies.
    ///   - marksDeleted: whether the table has rows that count as deleted.
    /// - Returns: `nil` when the scope holds no rows at all.
    init?(
        _ columns: String, from table: String, joined join: String = "", in scope: ScopeCondition = .everything,
        seeing sight: Sight = .nothing, marksDeleted: Bool = true
    ) {
        self.sight = sight
        conditions = [marksDeleted ? "t.deleted_at IS NULL" : "TRUE"]
        self.columns = columns
        rows = "\(table) AS t"
        self.join = join
        switch scope {
        case .nothing: return nil
        case .everything: break
        case .anyOf(let conditions):
            for condition in conditions { alternatives.append(bound(condition)) }
            findsNumbersFirst = conditions.contains(where: \.isCovered)
            // What several indexes gave is merged, and sorted for it.
            hasOnePlan = conditions.count == 1 && conditions[0].isInOrder
        }
    }

    /// - Parameter more: what is joined by the conditions.
    private func head(from more: String = "") -> String { "SELECT \(columns)\nFROM \(more)\(rows)\(join)" }

    /// Takes the order of the list from another table, whose columns are then named for it.
    mutating func order(by other: String, on condition: String) { rows += " JOIN \(other) ON \(condition)" }

    /// Asks for one condition more.
    mutating func require(_ condition: Condition) {
        conditions.append(bound(condition))
        hasOnePlan = false
    }

    /// Asks for a condition when there is a value for it.
    mutating func require(_ sql: String, _ value: PostgresValue?) {
        if let value { require(Condition(sql, value)) }
    }

    /// Asks that each word, folded as the text is, occurs in the search text.
    ///
    /// Not by LIKE: behind a policy its index and its statistics are out of reach, and the planner takes every word for
    /// rare. Where it matters, the few that have them are found beforehand; when there are many, the list is read in its order.
    ///
    /// - Parameter hasIndex: whether the index with the standard order has the text, too. Then the list is read from it,
    ///   whatever the words are.
    mutating func search(_ words: [String], inOrder hasIndex: Bool = false) {
        let hadOnePlan = hasOnePlan
        for word in words { require(Condition("strpos(t.search_text, ?) > 0", .text(SearchText.folded(word)))) }
        guard hasIndex, !words.isEmpty else { return }
        (hasOnePlan, passesIndex) = (hadOnePlan, true)
    }

    /// The statement for rows found by their keys.
    func statement(lock: RowLock? = nil) -> (PostgresStatement, [PostgresValue]) {
        (PostgresStatement(sql: sql() + (lock?.rawValue ?? "")), values)
    }

    private func sql(from more: String = "") -> String {
        let anyOf = alternatives.isEmpty ? [] : ["(\(alternatives.joined(separator: " OR ")))"]
        return "\(head(from: more))\nWHERE \(and(conditions + anyOf))"
    }

    /// The statement for the row with a number, which becomes the last value.
    ///
    /// Without a lock, statements for several numbers at once may take its place: the rows are found from the numbers.
    func statement(for id: PostgresValue, lock: RowLock? = nil) -> (PostgresStatement, [PostgresValue]) {
        var one = self
        one.require(Condition("t.id = ?", id))
        guard lock == nil else { return one.statement(lock: lock) }
        var several = self
        several.columns += ", asked.place"
        several.require(Condition("t.id = asked.id"))
        let keys = "unnest($\(one.values.count)::bigint[]) WITH ORDINALITY AS asked (id, place), "
        let (find, values) = one.statement()
        return (PostgresStatement(byKey: find.sql, gathered: several.sql(from: keys)), values)
    }

    /// The statement for a list: the rows of the page in the order in which they are met.
    ///
    /// Alternatives, and the cuts of a position in a mixed order, are listed one by one and then merged: each has an
    /// index of its own, which an OR cannot use. So is what is sorted in an index that has no more than it takes.
    ///
    /// Where one plan serves all values it is made once; with the limit in the text, so that the planner knows it. A search
    /// then looks for the page's numbers where the index has the text with the order, and at their rows afterwards.
    func statement<Query: ListQuery>(
        for query: Query, column: (Query.Key) -> String
    ) -> (PostgresStatement, [PostgresValue]) {
        var selection = self
        let cuts = (query.page.position?.cuts ?? []).map { selection.bound(Condition($0, column: column)) }
        let order = query.readingOrder.map { term in
            // What is computed has no index.
            let text = sortsByText && term.key.kind == .text ? "(\(column(term.key)) || '')" : column(term.key)
            return text + (term.descending ? " DESC" : "")
        }.joined(separator: ", ")
        let isPlannedOnce = hasOnePlan && query.ordering.isEmpty
        let size = Int64(max(0, query.page.size))
        let values = selection.values + (isPlannedOnce ? [] : [.int64(size)])
        let tail = "\nORDER BY \(order)\nLIMIT \(isPlannedOnce ? "\(size)" : "$\(values.count)")"
        var branches = [conditions]
        if !alternatives.isEmpty { branches = alternatives.map { conditions + [$0] } }
        if !cuts.isEmpty { branches = branches.flatMap { branch in cuts.map { branch + [$0] } } }
        if passesIndex, isPlannedOnce, branches.count == 1 {
            return (PostgresStatement(inOrder: looked(for: and(branches[0]), query, column, limit: size)), values)
        }
        let condition =
            branches.count == 1 && (isPlannedOnce || !findsNumbersFirst)
            ? and(branches[0])
            : "t.id IN ("
                + branches.map { "\n(SELECT t.id FROM \(rows) WHERE \(and($0))\(tail))" }
                .joined(separator: "\nUNION") + ")"
        let sql = "\(head())\nWHERE \(condition)\(tail)"
        return (isPlannedOnce ? PostgresStatement(inOrder: sql) : PostgresStatement(planned: sql), values)
    }

    /// The rows of the page, whose numbers are found by themselves. They come in the order of the numbers, so that nothing is
    /// sorted: the planner sees that where each column is named once.
    private func looked<Query: ListQuery>(
        for condition: String, _ query: Query, _ column: (Query.Key) -> String, limit: Int64
    ) -> String {
        let terms = query.readingOrder.map { (column: column($0.key), direction: $0.descending ? " DESC" : "") }
        let names = terms.indices.map { terms[$0].column == "t.id" ? "id" : "key\($0)" }
        let keys = zip(terms, names).filter { $1 != "id" }.map { ", \($0.column) AS \($1)" }.joined()
        return """
            SELECT \(columns)
            FROM (
            SELECT t.id\(keys)
            FROM \(rows)
            WHERE \(condition)
            ORDER BY \(terms.map { $0.column + $0.direction }.joined(separator: ", "))
            LIMIT \(limit)) AS met, \(rows)\(join)
            WHERE t.id = met.id
            ORDER BY \(zip(terms, names).map { "met.\($1)\($0.direction)" }.joined(separator: ", "))
            """
    }

    /// The statement that counts the rows of a list, whatever the page.
    func counting() -> (PostgresStatement, [PostgresValue]) { measuring("count(*)") }

    /// The statement for aggregates of all rows, or of each group of them.
    func measuring(_ aggregates: String, by groups: String? = nil) -> (PostgresStatement, [PostgresValue]) {
        let anyOf = alternatives.isEmpty ? [] : ["(\(alternatives.joined(separator: " OR ")))"]
        let rows = "FROM \(rows)\nWHERE \(and(conditions + anyOf))"
        let grouping = groups.map { "\nGROUP BY \($0)" } ?? ""
        return (PostgresStatement(planned: "SELECT \(aggregates)\n\(rows)\(grouping)"), values)
    }

    private func and(_ conditions: [String]) -> String { conditions.joined(separator: "\nAND ") }

    private mutating func bound(_ condition: Condition) -> String {
        let parts = condition.sql.split(separator: "?", omittingEmptySubsequences: false)
        var sql = String(parts.first ?? "")
        for (part, value) in zip(parts.dropFirst(), condition.values) {
            values.append(value)
            sql += "$\(values.count)\(part)"
        }
        return sql
    }
}

/// How a found row is kept from others until the transaction ends.
enum RowLock: String {
    case forUpdate = "\nFOR UPDATE OF t"
}

extension String {
    /// The pattern of texts in which this word, folded as they are, occurs.
    var searchPattern: String { "%\(SearchText.folded(self).escapedForLike)%" }

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
