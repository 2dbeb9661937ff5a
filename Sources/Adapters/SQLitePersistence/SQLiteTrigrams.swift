import Domain
import GRDB

/// A question to an index of trigrams: who has certain runs of three letters of some words, side by side and the last, and
/// the marks of their runs.
struct SQLiteTrigrams {
    private let index: String
    private let table: String
    /// As FTS5 calls them: strings. In a fixed order, so that the same words are always looked up in the same way.
    private let strings: [String]

    /// - Parameters:
    ///   - index: where the trigrams are.
    ///   - table: whose they are.
    /// - Returns: `nil` when no word has three letters, or one has a NUL, which is found nowhere.
    init?(_ words: [String], in index: String, of table: String) {
        guard !words.contains(where: { $0.utf8.contains(0) }) else { return nil }
        var asked: Set<[Unicode.Scalar]> = []
        for word in words + words.flatMap(SearchText.runs) {
            let runs = SQLiteTrigrams.runs(of: word)
            // Side by side, and the last one: those that overlap cost as much and tell little more.
            let chosen = runs.indices.filter { $0 % 3 == 0 || $0 == runs.count - 1 }.map { runs[$0] }
            asked.formUnion(chosen.prefix(max(0, SQLiteTrigrams.most - asked.count)))
        }
        guard !asked.isEmpty else { return nil }
        self.index = index
        self.table = table
        strings = asked.map(SQLiteTrigrams.quoted).sorted()
    }

    /// Whose search text has them all, but for those that most have: these cost the most and tell the least. The words
    /// are still to be looked for.
    func lookup(in db: Database) throws -> SQLiteCondition {
        let telling = strings.count == 1 ? strings : try strings.filter { try !isCommon($0, in: db) }
        return SQLiteCondition(find, (telling.isEmpty ? strings : telling).joined(separator: " AND "))
    }

    /// Among how many records so many of those that are looked up are likely to be, as among the newest, and half as many
    /// more.
    ///
    /// - Returns: `nil` when all of them are no more than a sample.
    func steps(toFind size: Int, _ lookup: SQLiteCondition, in db: Database) throws -> Int? {
        guard let passed = try newestWithSample(lookup, in: db) else { return nil }
        let share = Double(passed + SQLiteTrigrams.sample) / Double(SQLiteTrigrams.sample)
        return Int(exactly: (Double(size) * 1.5 * share).rounded(.up))
    }

    /// Whether more than half of the newest records have it.
    private func isCommon(_ string: String, in db: Database) throws -> Bool {
        let passed = try newestWithSample(SQLiteCondition(find, string), in: db)
        return passed.map { $0 < 2 * SQLiteTrigrams.sample } ?? false
    }

    private var find: String { "SELECT rowid FROM \(index) WHERE \(index) MATCH ?" }

    /// Among how many of the newest records a sample of them is found; `nil` when there are not so many.
    private func newestWithSample(_ lookup: SQLiteCondition, in db: Database) throws -> Int64? {
        let sql = lookup.sql + " ORDER BY rowid DESC LIMIT 1 OFFSET ?"
        let number = try db.first(sql, lookup.values + [SQLiteTrigrams.sample]) { row in try row.integer() }
        guard let number, let newest = try db.newestNumber(in: table) else { return nil }
        return newest - number
    }

    /// The first runs of three letters of a word; enough to tell people apart.
    private static func runs(of word: String) -> [[Unicode.Scalar]] {
        let scalars = Array(word.unicodeScalars.prefix(14))
        guard scalars.count >= 3 else { return [] }
        return (0...scalars.count - 3).map { Array(scalars[$0..<$0 + 3]) }
    }

    /// Each costs a little.
    private static let most = 36

    private static let sample: Int64 = 300

    private static func quoted(_ scalars: [Unicode.Scalar]) -> String {
        var text = "\""
        for scalar in scalars {
            text.unicodeScalars.append(scalar)
            if scalar == "\"" { text.unicodeScalars.append(scalar) }
        }
        return text + "\""
    }
}
