import Application
import Domain
import GRDB

extension SQLiteListing {
    /// Whether the index in whose order the list is read has the text to search in, too: in the standard order, for those
    /// who see everything and for an account's own.
    var hasTextInOrder: Bool {
        guard trigrams != nil, query.ordering.isEmpty else { return false }
        return narrowings.isEmpty || narrowings.count == 1 && narrowings[0].isCovered && isInOrder(narrowings[0])
    }

    /// The page's records, when so many have the words that a page of them is met soon in the order of the list, by whose
    /// index alone the others are passed. Nobody counts those who have them: the newest tell how many they may be.
    ///
    /// - Returns: `nil` where that is not so, after no more steps than it is worth.
    func passed(_ lookup: SQLiteCondition, in db: Database, few: Int) throws -> SQLiteCondition? {
        let guide = narrowings.isEmpty ? nil : narrowings[0].ways
        guard guide?.count ?? 1 == 1, cuts.count <= 1, size > 0,
            let share = try trigrams?.sampled(lookup, in: db), share.isMore(than: few),
            let steps = share.steps(toFind: size), steps <= few * 8
        else { return nil }
        let walk = conditions.adding(guide?.first).adding(cuts.first)
        var met = SQLiteConditions(SQLiteCondition("TRUE"))
        met.addSearch(words, in: "\(table).search_text")
        // Whether an entry has the words is handed on, not its text.
        let sql = """
            SELECT count(*), json_group_array(number) FROM (
            SELECT passed.number FROM (
            SELECT \(table).id AS number, (\(met.sql)) AS has FROM \(table) WHERE \(walk.sql) ORDER BY \(order) LIMIT ?
            ) AS passed WHERE passed.has LIMIT ?)
            """
        let page = try db.all(sql, met.values + walk.values + [steps, size], prepared: .once, SQLiteNumbers.init)
        guard let page = page.first, page.count == size else { return nil }
        return SQLiteCondition("\(table).id IN (SELECT value FROM json_each(?))", page.numbers)
    }
}

/// How many of a table's records have something, as its newest tell.
struct SQLiteShare {
    /// So many were found …
    let sample: Int64
    /// … among so many of the newest …
    let passed: Int64
    /// … of so many.
    let all: Int64

    /// Whether more than a few of all are likely to have it.
    func isMore(than few: Int) -> Bool { Double(all) * Double(sample) > Double(few) * Double(passed) }

    /// Among how many a page of them is likely to be, and half as many more.
    ///
    /// - Returns: `nil` for more than there can be.
    func steps(toFind size: Int) -> Int? {
        Int(exactly: (Double(size) * 1.5 * Double(passed + sample) / Double(sample)).rounded(.up))
    }
}
