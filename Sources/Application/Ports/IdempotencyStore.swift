public import Domain

/// Remembers for 24 hours what was answered to requests that bore a key.
public protocol IdempotencyStore: Sendable {
    /// Holds the key until the transaction ends, and finds what is kept under it.
    ///
    /// - Parameter account: each account has keys of its own; so have, together, all who are not signed in (`nil`).
    /// - Returns: `nil` when nothing is kept, or it was kept 24 hours ago or longer.
    /// - Throws: `.retried(.stillRunning)` at once when another transaction holds the key.
    func claim(_ key: IdempotencyKey, of account: AccountID?, at now: Instant) async throws(Failure) -> KeptAnswer?

    /// Forgets up to 100 answers that are too old.
    func tidy(at now: Instant) async throws(Failure)

    /// Keeps an answer under a key that this transaction holds, in the place of an older one.
    func keep(
        _ answer: KeptAnswer, under key: IdempotencyKey, of account: AccountID?, at now: Instant
    ) async throws(Failure)
}

/// An answer, and what it was the answer to.
public struct KeptAnswer: Equatable, Sendable {
    public let fingerprint: String
    public let answer: String

    public init(fingerprint: String, answer: String) {
        self.fingerprint = fingerprint
        self.answer = answer
    }

    /// What was kept up to this moment is too old now: 24 hours.
    public static func expiry(at now: Instant) -> Instant { now.adding(seconds: -86_400) }
}
