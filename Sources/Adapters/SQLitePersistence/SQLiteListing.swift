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
    private let table: String
    private let query: Query
    private let column: (Query.Key) -> String
    /// Those that lead to no few records; the others are in the narrowings.
    private var conditions: SQLiteConditions
    private var narrowings: [SQLiteNarrowing<Query.Key>] = []
    private var words: [String] = []

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
        guard !words.isEmpty else { return }
        if let index, let trigrams = SQLiteTrigrams(words) {
            var narrowing = SQLiteNarrowing<Query.Key>(
                lookups: [trigrams.lookup(in: index)], atHand: SQLiteCondition("TRUE"))
            // In the order of a text, those that have a word may come very late.
            if trigrams.isVague || query.order.keys.first?.key.kind == .text { narrowing.patience = 10 }
            narrow(narrowing)
        }
        self.words = words
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
            let counted = all(but: nil).preceded(by: found)
            sql = "FROM json_each(?) AS found CROSS JOIN \(table) ON \(table).id = found.value WHERE \(counted.sql)"
            values = counted.values
        case .narrowing(let place):
            let ways = ways(through: place)
            // A record may fulfil several of them; a UNION has it once.
            sql =
                "FROM (\(ways.map { "SELECT \(table).id FROM \(table) WHERE \($0.sql)" }.joined(separator: " UNION ")))"
            values = ways.flatMap(\.values)
        case nil:
            let counted = ways(through: narrowings.firstIndex { $0.ways.count == 1 && $0.order != nil })[0]
            (sql, values) = ("FROM \(table) WHERE \(counted.sql)", counted.values)
        }
        return try db.all("SELECT count(*) \(sql)", values, prepared: .once) { row in
            Int(try row.integer())
        }.first ?? 0
    }
}

extension SQLiteListing {
    private var size: Int { max(0, query.page.size) }

    private var order: String {
        query.readingOrder.map { column($0.key) + ($0.descending ? " DESC" : "") }.joined(separator: ", ")
    }

    private var cuts: [SQLiteCondition] { (query.page.position?.cuts ?? []).map { SQLiteCondition($0, column) } }

    /// All conditions at hand, but for one of the narrowings.
    private func all(but place: Int?) -> SQLiteConditions {
        var all = conditions
        for (other, narrowing) in narrowings.enumerated() where other != place { all.add(narrowing.atHand) }
        // At the end: they cost the most to look for.
        all.addSearch(words, in: "\(table).search_text")
        return all
    }

    /// All conditions, once for each way of a narrowing; at hand alone when there is none. Never empty.
    private func ways(through place: Int?) -> [SQLiteConditions] {
        let all = all(but: place)
        return place.map { narrowings[$0].ways.map(all.adding) } ?? [all]
    }

    /// Which records are the page's.
    private func page(in db: Database, few: Int) throws -> SQLiteCondition {
        // An index has exactly these in the right order already.
        if narrowings.count == 1, isInOrder(narrowings[0]), words.isEmpty { return walked(through: 0) }
        return switch try fewest(in: db, few: few) {
        case .numbers(let found): sorted(found)
        case .narrowing(let place): isInOrder(narrowings[place]) ? walked(through: place) : sorted(through: place)
        case nil: walked(through: guide)
        }
    }

    /// The narrowing through which a long list is read, rather through one index than through several.
    private var guide: Int? {
        narrowings.firstIndex { isInOrder($0) && $0.ways.count == 1 } ?? narrowings.firstIndex(where: isInOrder)
    }

    private func isInOrder(_ narrowing: SQLiteNarrowing<Query.Key>) -> Bool {
        narrowing.order != nil && narrowing.order == query.order.keys.first?.key
    }

    /// The page's records, of those whose numbers are known.
    private func sorted(_ found: String) -> SQLiteCondition {
        let rest = all(but: nil).adding(cuts.isEmpty ? nil : .any(cuts)).preceded(by: found)
        let sql = """
            \(table).id IN (
            SELECT \(table).id FROM json_each(?) AS found CROSS JOIN \(table) ON \(table).id = found.value
            WHERE \(rest.sql) ORDER BY \(order) LIMIT ?)
            """
        return SQLiteCondition(sql: sql, values: rest.values + [size])
    }

    /// The page's records, of the few that fulfil a narrowing, sorted in its indexes.
    private func sorted(through place: Int) -> SQLiteCondition {
        firstOfEach(ways(through: place).map { $0.adding(cuts.isEmpty ? nil : .any(cuts)) })
    }

    /// The page's records, read in the order of the list: through the indexes of a narrowing that has it, or through the
    /// order's own. Each cut is read by itself, since an OR of them leads to no place in an index.
    private func walked(through place: Int?) -> SQLiteCondition {
        let ways = ways(through: place)
        let branches = cuts.isEmpty ? ways : ways.flatMap { cuts.map($0.adding) }
        guard branches.count == 1 else { return firstOfEach(branches) }
        return SQLiteCondition(sql: branches[0].sql, values: branches[0].values)
    }

    /// The first records of each branch, as many as a page has.
    private func firstOfEach(_ branches: [SQLiteConditions]) -> SQLiteCondition {
        let ids = branches.map {
            "SELECT id FROM (SELECT \(table).id FROM \(table) WHERE \($0.sql) ORDER BY \(order) LIMIT ?)"
        }
        return SQLiteCondition(
            sql: "\(table).id IN (\(ids.joined(separator: " UNION ALL ")))",
            values: branches.flatMap { $0.values + [size] })
    }

    /// A narrowing that few records fulfil.
    private enum Fewest {
        /// These, as JSON.
        case numbers(String)
        /// Those of the narrowing at this place, which need not be known: they are read where they lie.
        case narrowing(Int)
    }

    /// - Returns: `nil` when no narrowing is fulfilled by few.
    private func fewest(in db: Database, few: Int) throws -> Fewest? {
        for (place, narrowing) in narrowings.enumerated() {
            let few = few * narrowing.patience
            if isInOrder(narrowing) || narrowing.isCovered {
                if try db.areFew(narrowing.lookups, few) { return .narrowing(place) }
            } else if let numbers = try db.fewNumbers(narrowing.lookups, few) {
                return .numbers(numbers)
            }
        }
        return nil
    }
}

extension Database {
    /// The numbers that lookups find, each once, as JSON; `nil` when they are more than a few. Looks at no more than it
    /// takes to know.
    fileprivate func fewNumbers(_ lookups: [SQLiteCondition], _ few: Int) throws -> String? {
        guard !lookups.isEmpty else { return "[]" }
        let parts = lookups.map { "SELECT * FROM (\($0.sql) LIMIT ?)" }.joined(separator: " UNION ")
        let sql = "WITH found (number) AS (\(parts)) SELECT count(*), json_group_array(number) FROM found"
        let found = try first(sql, lookups.flatMap { $0.values + [few + 1] }) { row in
            (count: try row.integer(), numbers: try row.string())
        }
        guard let found, found.count <= few else { return nil }
        return found.numbers
    }

    /// Whether lookups find a few records at most. Looks at no more than it takes to know.
    fileprivate func areFew(_ lookups: [SQLiteCondition], _ few: Int) throws -> Bool {
        let found = lookups.map(\.sql).joined(separator: " UNION ALL ")
        let sql = "SELECT count(*) FROM (\(found) LIMIT ?)"
        let count = try first(sql, lookups.flatMap(\.values) + [few + 1]) { row in try row.integer() }
        return count.map { $0 <= few } ?? false
    }
}

extension SQLiteCondition {
    /// A record belongs to the cut.
    init<Key>(_ cut: ListCut<Key>, _ column: (Key) -> String) {
        let names = cut.beyond.map { column($0.key) }.joined(separator: ", ")
        let marks = cut.beyond.map { _ in "?" }.joined(separator: ", ")
        let beyond = "(\(names)) \(cut.isGreater ? ">" : "<") (\(marks))"
        let equal = cut.equal.map { "\(column($0.key)) = ?" }
        self.init(
            sql: "(" + (equal + [beyond]).joined(separator: " AND ") + ")",
            values: (cut.equal + cut.beyond).map(\.value.sqlite))
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
