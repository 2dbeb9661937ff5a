import GRDB

/// A question to an index of trigrams: who has all the runs of three letters of some words.
struct SQLiteTrigrams {
    /// What FTS5 calls a query: strings, all of which have to occur.
    let expression: String
    /// Whether a word repeats a run, as 77777 does: then many have the runs and few the word.
    let isVague: Bool

    /// - Returns: `nil` when no word has three letters, or one has a NUL, which is found nowhere.
    init?(_ words: [String]) {
        guard !words.contains(where: { $0.utf8.contains(0) }) else { return nil }
        var seen: Set<[Unicode.Scalar]> = []
        var isVague = false
        for word in words {
            let scalars = Array(word.unicodeScalars)
            guard scalars.count >= 3 else { continue }
            for start in 0...min(scalars.count - 3, SQLiteTrigrams.mostOfOneWord - 1)
            where seen.count < SQLiteTrigrams.most {
                if !seen.insert(Array(scalars[start..<start + 3])).inserted { isVague = true }
            }
        }
        guard !seen.isEmpty else { return nil }
        self.isVague = isVague
        // In a fixed order, so that the same words are always looked up in the same way.
        expression = seen.map(SQLiteTrigrams.quoted).sorted().joined(separator: " AND ")
    }

    /// Whose search text has them all; other words of the search are still to be looked for.
    func lookup(in index: String) -> SQLiteCondition {
        SQLiteCondition("SELECT rowid FROM \(index) WHERE \(index) MATCH ?", expression)
    }

    /// Enough to tell people apart; each costs a little.
    private static let mostOfOneWord = 12
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
