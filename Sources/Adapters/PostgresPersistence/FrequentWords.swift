import Synchronization

/// Words that so many have, as the planner guessed not long ago, that nobody need be asked again: its guess changes when the
/// table is analyzed. Whoever trusts it for too long reads a list in its order rather than look up the few who have become
/// fewer, which finds the same.
final class FrequentWords: Sendable {
    private struct Search: Hashable {
        let words: [String]
        /// More than this have them all.
        let most: Int64
    }

    /// How often each has still to be trusted.
    private let left = Mutex<[Search: Int]>([:])

    /// Whether more than so many have all of the words. It is to be found out when this is not known, and now and then
    /// when it is.
    func are(_ words: [String], hadByMoreThan most: Int64) -> Bool {
        let search = Search(words: words, most: most)
        return left.withLock { left in
            guard let times = left[search] else { return false }
            left[search] = times > 1 ? times - 1 : nil
            return true
        }
    }

    /// Keeps what was found out.
    func note(_ words: [String], hadByMoreThan most: Int64) {
        left.withLock { left in
            if left.count >= Self.limit { left.removeAll() }
            left[Search(words: words, most: most)] = Self.trust
        }
    }

    private static let limit = 200
    private static let trust = 100
}
