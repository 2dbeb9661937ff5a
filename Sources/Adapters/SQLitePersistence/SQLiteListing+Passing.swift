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
    /// index alone the others are passed. Nobody counts those who have them: the newest tell how soon.
    ///
    /// - Parameter few: a quarter of the entries that are passed at most.
    /// - Returns: `nil` where it would not be soon, or was not, since the newest are not like the others.
    func passed(_ lookup: SQLiteCondition, in db: Database, few: Int) throws -> SQLiteCondition? {
        let guide = narrowings.isEmpty ? nil : narrowings[0].ways
        guard guide?.count ?? 1 == 1, cuts.count <= 1, size > 0,
            let steps = try trigrams?.steps(toFind: size, lookup, in: db), steps <= few * 4
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
