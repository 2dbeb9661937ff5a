import Application
import Domain
import GRDB

/// The statement of a list.
///
/// SQLite's planner does not know how many records a value has, nor that a list ends after a page. So it is decided here
/// how a list is read: when one of the conditions is fulfilled by few records, these are looked up and sorted; when none
/// is, the records are read in the order of the list, by an index, until the page is full.
struct SQLiteListing<Query: ListQuery> {
    private let table: String
    private let query: Query
    private let column: (Query.Key) -> String
    private var conditions: SQLiteConditions
    private var narrowings: [SQLiteNarrowing<Query.Key>] = []
    private var hasUnorderedConditions = false

    /// - Parameter column: the column behind a key, without the table's name.
    init(_ table: String, _ query: Query, _ column: @escaping (Query.Key) -> String) {
        self.table = table
        self.query = query
        self.column = { "\(table).\(column($0))" }
        conditions = SQLiteConditions(SQLiteCondition("\(table).deleted_at IS NULL"))
    }

    /// Asks for a condition that may lead to few records.
    mutating func narrow(_ narrowing: SQLiteNarrowing<Query.Key>?) {
        guard let narrowing else { return }
        narrowings.append(narrowing)
        conditions.add(narrowing.atHand)
    }

    /// Leaves only records to which a caller is related in at least one of the scope's ways.
    ///
    /// - Parameter relation: the records to which a caller is related so; `nil` when this caller is so related to none.
    mutating func narrow(_ scope: Scope, _ relation: (Relation, Caller) -> SQLiteNarrowing<Query.Key>?) {
        switch scope {
        case .everything: break
        case .nothing: narrow(.any([]))
        case .related(let relations, let caller):
            // In a fixed order, so that the same relations always give the same statement.
            narrow(.any(Relation.allCases.filter(relations.contains).compactMap { relation($0, caller) }))
        }
    }

    /// Asks for a condition that says nothing about how many fulfil it.
    mutating func require(_ condition: SQLiteCondition?) {
        guard let condition else { return }
        conditions.add(condition)
        hasUnorderedConditions = true
    }

    /// Asks that each word, folded as the text is, occurs in the search text.
    mutating func search(_ words: [String]) {
        guard !words.isEmpty else { return }
        conditions.addSearch(words, in: "\(table).search_text")
        hasUnorderedConditions = true
    }

    /// The rows of the page, in the order of the list.
    ///
    /// - Parameter join: what other tables are joined to the page's records.
    func rows<Row>(
        _ columns: String, joined join: String = "", in db: Database, few: Int,
        _ read: (inout SQLiteRowReader) throws -> Row
    ) throws -> [Row] {
        let page = try statement(in: db, few: few)
        let sql = """
            \(page.head)SELECT \(columns) FROM \(table)\(join) WHERE \(page.condition.sql)
            ORDER BY \(order) LIMIT ?
            """
        // Orders and words vary at will, and each makes a text of its own.
        let isUsual = query.ordering.isEmpty && !hasUnorderedConditions
        let rows = try db.all(
            sql, page.condition.values + [max(0, query.page.size)], prepared: isUsual ? .kept : .once, read)
        return query.isBackwards ? rows.reversed() : rows
    }

    /// How many records the query finds.
    func count(in db: Database, few: Int) throws -> Int {
        let rest = conditions
        let sql: String
        let values: SQLiteValues
        if let found = try fewest(in: db, few: few) {
            sql = "\(found.sql)SELECT count(*) FROM found CROSS JOIN \(table) ON \(table).id = found_id WHERE \(rest.sql)"
            values = found.values + rest.values
        } else {
            let ordered = rest.adding(narrowings.lazy.compactMap(\.ordered?.condition).first)
            sql = "SELECT count(*) FROM \(table) WHERE \(ordered.sql)"
            values = ordered.values
        }
        return try db.all(sql, values, prepared: .once) { row in Int(try row.integer()) }.first ?? 0
    }
}

extension SQLiteListing {
    private var order: String {
        query.readingOrder.map { column($0.key) + ($0.descending ? " DESC" : "") }.joined(separator: ", ")
    }

    private func statement(in db: Database, few: Int) throws -> (head: String, condition: SQLiteCondition) {
        let cuts = (query.page.position?.cuts ?? []).map(condition)
        if let found = try fewest(in: db, few: few) {
            let rest = conditions.adding(cuts.isEmpty ? nil : .any(cuts))
            let ids = """
                \(table).id IN (SELECT \(table).id FROM found CROSS JOIN \(table) ON \(table).id = found_id
                WHERE \(rest.sql) ORDER BY \(order) LIMIT ?)
                """
            return (found.sql, SQLiteCondition(sql: ids, values: found.values + rest.values + [query.page.size]))
        }
        let walked = conditions.adding(ordered)
        guard cuts.count > 1 else {
            let all = walked.adding(cuts.first)
            return ("", SQLiteCondition(sql: all.sql, values: all.values))
        }
        let branches = cuts.map { walked.adding($0) }
        let ids = branches.map {
            "SELECT id FROM (SELECT \(table).id FROM \(table) WHERE \($0.sql) ORDER BY \(order) LIMIT ?)"
        }
        return (
            "",
            SQLiteCondition(
                sql: "\(table).id IN (\(ids.joined(separator: " UNION ALL ")))",
                values: branches.flatMap { $0.values + [query.page.size] })
        )
    }

    /// The condition that leads to an index with the order of the list.
    private var ordered: SQLiteCondition? {
        narrowings.lazy.compactMap(\.ordered).first { $0.key == query.order.keys.first?.key }?.condition
    }

    /// The records that fulfil a condition that few fulfil, as `found`; `nil` when none is known to be such.
    private func fewest(in db: Database, few: Int) throws -> SQLiteCondition? {
        // An index has exactly these in the right order already.
        if narrowings.count == 1, ordered != nil, !hasUnorderedConditions { return nil }
        for narrowing in narrowings where try isFew(narrowing, in: db, few: few) {
            let lookups = narrowing.lookups.map(\.sql).joined(separator: " UNION ")
            return SQLiteCondition(
                sql: "WITH found (found_id) AS MATERIALIZED (\(lookups)) ", values: narrowing.lookups.flatMap(\.values))
        }
        return nil
    }

    private func isFew(_ narrowing: SQLiteNarrowing<Query.Key>, in db: Database, few: Int) throws -> Bool {
        let probes = narrowing.probes.map(\.sql).joined(separator: " UNION ALL ")
        guard !probes.isEmpty else { return true }
        let sql = "SELECT count(*) FROM (\(probes) LIMIT ?)"
        let values = narrowing.probes.flatMap(\.values) + [few + 1]
        return try db.first(sql, values) { row in try row.integer() <= few } ?? false
    }

    private func condition(_ cut: ListCut<Query.Key>) -> SQLiteCondition {
        let names = cut.beyond.map { column($0.key) }.joined(separator: ", ")
        let marks = cut.beyond.map { _ in "?" }.joined(separator: ", ")
        let beyond = "(\(names)) \(cut.isGreater ? ">" : "<") (\(marks))"
        let equal = cut.equal.map { "\(column($0.key)) = ?" }
        return SQLiteCondition(
            sql: "(" + (equal + [beyond]).joined(separator: " AND ") + ")",
            values: (cut.equal + cut.beyond).map { $0.value.sqlite })
    }
}

extension SortValue {
    fileprivate var sqlite: any DatabaseValueConvertible {
        switch self {
        case .number(let number): number
        case .text(let text): text
        case .instant(let instant): instant.microseconds
        case .date(let date): date.description
        }
    }
}
