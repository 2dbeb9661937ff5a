import Synchronization

/// Words that so many have, as the planner guessed or a count told within the last minute, that nobody need be asked again.
/// Where they have become fewer meanwhile, a list is read in its order rather than looked up, which finds the same.
final class FrequentWords: Sendable {
    private struct Search: Hashable {
        let words: [String]
        /// More than this have them all.
        let most: Int64
    }

    /// Until when each is trusted.
    private let trusted = Mutex<[Search: ContinuousClock.Instant]>([:])
    private let now: @Sendable () -> ContinuousClock.Instant

    init(now: @escaping @Sendable () -> ContinuousClock.Instant = { .now }) { self.now = now }

    /// Whether more than so many have all of the words; to be found out where this is not known.
    func are(_ words: [String], hadByMoreThan most: Int64) -> Bool {
        let now = now()
        return trusted.withLock { $0[Search(words: words, most: most)].map { $0 > now } ?? false }
    }

    /// Keeps what was found out.
    func note(_ words: [String], hadByMoreThan most: Int64) {
        let end = now().advanced(by: .seconds(60))
        trusted.withLock { trusted in
            if trusted.count >= Self.limit { trusted.removeAll() }
            trusted[Search(words: words, most: most)] = end
        }
    }

    private static let limit = 200
}
