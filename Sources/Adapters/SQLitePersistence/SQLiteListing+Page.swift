import Application
import Domain
import GRDB

extension SQLiteListing {
    var size: Int { max(0, query.page.size) }

    var order: String {
        query.readingOrder.map { column($0.key) + ($0.descending ? " DESC" : "") }.joined(separator: ", ")
    }

    var cuts: [SQLiteCondition] { (query.page.position?.cuts ?? []).map { SQLiteCondition($0, column) } }

    /// All conditions at hand, but for one of the narrowings.
    func all(but place: Int?) -> SQLiteConditions {
        var all = conditions
        for (other, narrowing) in narrowings.enumerated() where other != place { all.add(narrowing.atHand) }
        // At the end: they cost the most to look for.
        all.addSearch(words, in: "\(table).search_text")
        return all
    }

    /// All conditions, once for each way of a narrowing; at hand alone when there is none. Never empty.
    func ways(through place: Int?) -> [SQLiteConditions] {
        let all = all(but: place)
        return place.map { narrowings[$0].ways.map(all.adding) } ?? [all]
    }

    /// Which records are the page's.
    func page(in db: Database, few: Int) throws -> SQLiteCondition {
        // An index has exactly these in the right order already.
        if narrowings.count == 1, isInOrder(narrowings[0]), words.isEmpty { return walked(through: 0) }
        let lookup = hasTextInOrder ? try trigrams?.lookup(in: db) : nil
        if let lookup, let page = try passed(lookup, in: db, few: few) { return page }
        return switch try fewest(in: db, few: few, lookup) {
        case .numbers(let found): try met(found, in: db) ?? sorted(found)
        case .narrowing(let place): isInOrder(narrowings[place]) ? walked(through: place) : sorted(through: place)
        case nil: walked(through: guide)
        }
    }

    /// The narrowing through which a long list is read, rather through one index than through several.
    private var guide: Int? {
        narrowings.firstIndex { isInOrder($0) && $0.ways.count == 1 } ?? narrowings.firstIndex(where: isInOrder)
    }

    func isInOrder(_ narrowing: SQLiteNarrowing<Query.Key>) -> Bool {
        query.order.keys.first.map { narrowing.orders.contains($0.key) } ?? false
    }

    /// The page's records, of those whose numbers are known.
    private func sorted(_ found: SQLiteNumbers) -> SQLiteCondition {
        let rest = all(but: nil).adding(cuts.isEmpty ? nil : .any(cuts)).preceded(by: found.numbers)
        let sql = """
            \(table).id IN (
            SELECT \(table).id FROM json_each(?) AS found CROSS JOIN \(table) ON \(table).id = found.value
            WHERE \(rest.sql) ORDER BY \(order) LIMIT ?)
            """
        return SQLiteCondition(sql: sql, values: rest.values + [size])
    }

    /// The page's records, of those whose numbers are known, when these are so many that a page of them is met soon in
    /// the order of the list, by whose index alone the others are passed.
    ///
    /// - Returns: `nil` where that is not so.
    private func met(_ found: SQLiteNumbers, in db: Database) throws -> SQLiteCondition? {
        let guide = guide
        let ways = guide.map { narrowings[$0].ways } ?? []
        guard ways.count <= 1, cuts.count <= 1, let steps = try steps(to: found, in: db) else { return nil }
        let walk = conditions.adding(ways.first).adding(cuts.first)
        let rest = all(but: guide)
        let sql = """
            SELECT count(*), json_group_array(id) FROM (
            SELECT \(table).id FROM (
            SELECT \(table).id AS number FROM \(table) WHERE \(walk.sql) ORDER BY \(order) LIMIT ?
            ) AS met CROSS JOIN \(table) ON \(table).id = met.number
            WHERE met.number IN (SELECT value FROM json_each(?)) AND \(rest.sql) ORDER BY \(order) LIMIT ?)
            """
        let values = walk.values + [steps, found.numbers] + rest.values + [size]
        let page = try db.all(sql, values, prepared: .once, SQLiteNumbers.init).first
        guard let page, page.count == size else { return nil }
        return SQLiteCondition("\(table).id IN (SELECT value FROM json_each(?))", page.numbers)
    }

    /// Among how many records, in the order of the list, a page of those found is likely to be.
    ///
    /// - Returns: `nil` when to look the found ones up costs less. In the order of names they may come very late; by
    ///   number the list is read from the table itself, which is wide.
    private func steps(to found: SQLiteNumbers, in db: Database) throws -> Int? {
        switch query.order.keys.first?.key.kind {
        case nil, .number, .text: return nil
        case .instant, .date: break
        }
        guard size > 0, found.count > size, let newest = try db.newestNumber(in: table) else { return nil }
        let share = Int(clamping: newest) / found.count
        let (steps, isTooMany) = (size + size / 2).multipliedReportingOverflow(by: share + 1)
        return isTooMany || steps > found.count * 8 ? nil : steps
    }

    /// The page's records, of the few that fulfil a narrowing, sorted in its indexes.
    private func sorted(through place: Int) -> SQLiteCondition {
        firstOfEach(ways(through: place).map { $0.adding(cuts.isEmpty ? nil : .any(cuts)) }, of: sources(of: place))
    }

    /// From where the ways of a narrowing are read: from the indexes that cover them, if there are such.
    func sources(of place: Int) -> [String] {
        let narrowing = narrowings[place]
        return narrowing.isCovered
            ? narrowing.coverings.map { "\(table) INDEXED BY \($0)" }
            : narrowing.ways.map { _ in table }
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
    private func firstOfEach(_ branches: [SQLiteConditions], of sources: [String]? = nil) -> SQLiteCondition {
        let ids = zip(branches, sources ?? branches.map { _ in table }).map {
            "SELECT id FROM (SELECT \(table).id FROM \($1) WHERE \($0.sql) ORDER BY \(order) LIMIT ?)"
        }
        return SQLiteCondition(
            sql: "\(table).id IN (\(ids.joined(separator: " UNION ALL ")))",
            values: branches.flatMap { $0.values + [size] })
    }
}
