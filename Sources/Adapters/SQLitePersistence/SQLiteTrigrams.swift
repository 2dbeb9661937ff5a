import GRDB

/// A question to an index of trigrams: who has certain runs of three letters of some words, side by side and the last.
struct SQLiteTrigrams {
    /// What FTS5 calls a query: strings, all of which have to occur.
    let expression: String
    /// Whether a word repeats a run, as 77777 does: then many have the runs and few the word.
    let isVague: Bool

    /// - Returns: `nil` when no word has three letters, or one has a NUL, which is found nowhere.
    init?(_ words: [String]) {
        guard !words.contains(where: { $0.utf8.contains(0) }) else { return nil }
        var asked: Set<[Unicode.Scalar]> = []
        var isVague = false
        for word in words {
            let runs = SQLiteTrigrams.runs(of: word)
            if Set(runs).count < runs.count { isVague = true }
            // Side by side, and the last one: those that overlap cost as much and tell little more.
            let chosen = runs.indices.filter { $0 % 3 == 0 || $0 == runs.count - 1 }.map { runs[$0] }
            asked.formUnion(chosen.prefix(max(0, SQLiteTrigrams.most - asked.count)))
        }
        guard !asked.isEmpty else { return nil }
        self.isVague = isVague
        // In a fixed order, so that the same words are always looked up in the same way.
        expression = asked.map(SQLiteTrigrams.quoted).sorted().joined(separator: " AND ")
    }

    /// Whose search text has them all; other words of the search are still to be looked for.
    func lookup(in index: String) -> SQLiteCondition {
        SQLiteCondition("SELECT rowid FROM \(index) WHERE \(index) MATCH ?", expression)
    }

    /// The first runs of three letters of a word; enough to tell people apart.
    private static func runs(of word: String) -> [[Unicode.Scalar]] {
        let scalars = Array(word.unicodeScalars.prefix(14))
        guard scalars.count >= 3 else { return [] }
        return (0...scalars.count - 3).map { Array(scalars[$0..<$0 + 3]) }
    }

    /// Each costs a little.
    private static let most = 36

    private static func quoted(_ scalars: [Unicode.Scalar]) -> String {
        var text = "\""
        for scalar in scalars {
            text.unicodeScalars.append(scalar)
            if scalar == "\"" { text.unicodeScalars.append(scalar) }
        }
        return text + "\""
    }
}
