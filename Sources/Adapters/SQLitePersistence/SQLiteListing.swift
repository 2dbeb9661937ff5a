import Application
import Domain
import GRDB

/// The statement of a list.
///
/// SQLite's planner does not know how many records a value has, nor that a list ends after a page. So it is decided here
/// how a list is read: when one of the conditions is fulfilled by few records, these are looked up and sorted, in their
/// index where it has what that takes; when none is, the records are read in the order of the list, by an index, until
/// the page is full.
struct SQLiteListing<Query: ListQuery> {
    let table: String
    let query: Query
    let column: (Query.Key) -> String
    /// Those that lead to no few records; the others are in the narrowings.
    private(set) var conditions: SQLiteConditions
    private(set) var narrowings: [SQLiteNarrowing<Query.Key>] = []
    private(set) var words: [String] = []
    /// The runs of letters of the words, where they are in an index.
    private(set) var trigrams: SQLiteTrigrams?

    /// - Parameters:
    ///   - marksDeleted: whether the table has rows that count as deleted.
    ///   - column: the column behind a key, without the table's name.
    init(
        _ table: String, _ query: Query, marksDeleted: Bool = true,
        _ column: @escaping (Query.Key) -> String
    ) {
        self.table = table
        self.query = query
        self.column = { "\(table).\(column($0))" }
        conditions = SQLiteConditions(SQLiteCondition(marksDeleted ? "\(table).deleted_at IS NULL" : "TRUE"))
    }

    /// Asks for a condition that may lead to few records.
    mutating func narrow(_ narrowing: SQLiteNarrowing<Query.Key>?) {
        if let narrowing { narrowings.append(narrowing) }
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

    /// Asks for a condition that never leads to few records.
    mutating func require(_ condition: SQLiteCondition?) {
        if let condition { conditions.add(condition) }
    }

    /// Asks that each word, folded as the text is, occurs in the search text.
    ///
    /// - Parameter index: where the trigrams of the text are.
    mutating func search(_ words: [String], trigramsIn index: String? = nil) {
        self.words = words
        trigrams = index.flatMap { SQLiteTrigrams(words, in: $0, of: table) }
    }

    /// The rows of the page, in the order of the list.
    ///
    /// - Parameters:
    ///   - join: what other tables are joined to the page's records.
    ///   - few: how many records are looked up at most.
    func rows<Row>(
        _ columns: String, joined join: String = "", in db: Database, few: Int,
        _ read: (inout SQLiteRowReader) throws -> Row
    ) throws -> [Row] {
        let page = try page(in: db, few: few)
        let sql = """
            SELECT \(columns) FROM \(table)\(join) WHERE \(page.sql)
            ORDER BY \(order) LIMIT ?
            """
        // Orders and words vary at will, and each makes a text of its own.
        let isUsual = query.ordering.isEmpty && words.isEmpty
        let rows = try db.all(sql, page.values + [size], prepared: isUsual ? .kept : .once, read)
        return query.isBackwards ? rows.reversed() : rows
    }

    /// How many records the query finds.
    func count(in db: Database, few: Int) throws -> Int {
        let sql: String
        let values: SQLiteValues
        switch try fewest(in: db, few: few) {
        case .numbers(let found):
            let counted = all(but: nil).preceded(by: found.numbers)
            sql = "FROM json_each(?) AS found CROSS JOIN \(table) ON \(table).id = found.value WHERE \(counted.sql)"
            values = counted.values
        case .narrowing(let place):
            let ways = ways(through: place)
            // A record may fulfil several of them; a UNION has it once.
            sql =
                "FROM ("
                + zip(ways, sources(of: place)).map { "SELECT \(table).id FROM \($1) WHERE \($0.sql)" }
                .joined(separator: " UNION ") + ")"
            values = ways.flatMap(\.values)
        case nil:
            let counted = ways(through: narrowings.firstIndex { $0.ways.count == 1 && !$0.orders.isEmpty })[0]
            (sql, values) = ("FROM \(table) WHERE \(counted.sql)", counted.values)
        }
        return try db.all("SELECT count(*) \(sql)", values, prepared: .once) { row in
            Int(try row.integer())
        }.first ?? 0
    }
}
