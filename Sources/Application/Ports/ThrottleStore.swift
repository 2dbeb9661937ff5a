public import Domain

/// Names a tally without telling what it counts: a fingerprint of an account's name, a network, or both.
public struct ThrottleKey: Hashable, Comparable, Sendable {
    public let text: String

    public init(_ text: String) { self.text = text }

    public static func < (left: ThrottleKey, right: ThrottleKey) -> Bool { left.text < right.text }
}

/// Finds tallies of failed attempts.
public protocol ThrottleReader: Sendable {
    /// What is kept under these keys and has not expired.
    func tallies(of keys: [ThrottleKey], at now: Instant) async throws(Failure) -> [ThrottleKey: FailureTally]
}

/// Keeps tallies of failed attempts.
public protocol ThrottleStore: ThrottleReader {
    /// Like `tallies`, and nobody else who asks so gets any of these before the transaction ends.
    func talliesForChange(
        of keys: [ThrottleKey], at now: Instant
    ) async throws(Failure) -> [ThrottleKey: FailureTally]

    /// Keeps a tally, in the place of an older one, until it expires.
    func keep(_ tally: FailureTally, under key: ThrottleKey, until expiry: Instant) async throws(Failure)

    /// Forgets a tally, if there is one.
    func forget(_ key: ThrottleKey) async throws(Failure)

    /// Forgets up to 100 that have expired.
    func tidy(at now: Instant) async throws(Failure)
}
