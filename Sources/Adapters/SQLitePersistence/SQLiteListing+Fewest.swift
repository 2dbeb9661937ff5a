import Application
import Domain
import GRDB

/// What few records fulfil.
enum SQLiteFewest {
    /// A narrowing or a search, by these.
    case numbers(SQLiteNumbers)
    /// The narrowing at this place; its records need not be known: they are read where they lie.
    case narrowing(Int)
}

/// Numbers of records.
struct SQLiteNumbers {
    let count: Int
    /// As a JSON array.
    let numbers: String

    init(_ row: inout SQLiteRowReader) throws {
        count = Int(try row.integer())
        numbers = try row.string()
    }

    private init() { (count, numbers) = (0, "[]") }

    static let none = SQLiteNumbers()
}

extension SQLiteListing {
    /// - Parameter lookup: the one of the search, where it is known already.
    /// - Returns: `nil` when no narrowing is fulfilled by few, nor the search.
    func fewest(in db: Database, few: Int, _ lookup: SQLiteCondition? = nil) throws -> SQLiteFewest? {
        for (place, narrowing) in narrowings.enumerated() {
            if isReadWhereItLies(narrowing) {
                if try db.areFew(narrowing.lookups, few) { return .narrowing(place) }
            } else if let found = try db.fewNumbers(narrowing.lookups, few) {
                return .numbers(found)
            }
        }
        guard let lookup = try lookup ?? trigrams?.lookup(in: db) else { return nil }
        // In the order of a text, those that have a word may come very late.
        let patience = query.order.keys.first?.key.kind == .text ? 10 : 1
        return try db.fewNumbers([lookup], few * patience).map { .numbers($0) }
    }

    private func isReadWhereItLies(_ narrowing: SQLiteNarrowing<Query.Key>) -> Bool {
        narrowing.isCovered || isInOrder(narrowing)
    }
}

extension Database {
    /// The numbers that lookups find, each once; `nil` when they are more than a few. Looks at no more than it takes to
    /// know.
    fileprivate func fewNumbers(_ lookups: [SQLiteCondition], _ few: Int) throws -> SQLiteNumbers? {
        guard !lookups.isEmpty else { return SQLiteNumbers.none }
        let parts = lookups.map { "SELECT * FROM (\($0.sql) LIMIT ?)" }.joined(separator: " UNION ")
        let sql = "WITH found (number) AS (\(parts)) SELECT count(*), json_group_array(number) FROM found"
        let found = try first(sql, lookups.flatMap { $0.values + [few + 1] }, SQLiteNumbers.init)
        guard let found, found.count <= few else { return nil }
        return found
    }

    /// Whether lookups find a few records at most. Looks at no more than it takes to know.
    fileprivate func areFew(_ lookups: [SQLiteCondition], _ few: Int) throws -> Bool {
        let found = lookups.map(\.sql).joined(separator: " UNION ALL ")
        let sql = "SELECT count(*) FROM (\(found) LIMIT ?)"
        let count = try first(sql, lookups.flatMap(\.values) + [few + 1]) { row in try row.integer() }
        return count.map { $0 <= few } ?? false
    }

    /// The greatest number of a record that there is or was in a table.
    func newestNumber(in table: String) throws -> Int64? {
        try first("SELECT max(id) FROM \(table)", []) { row in row.optionalInteger() } ?? nil
    }
}
