import Domain

/// How a request that makes a record can be sent again without making another one.
public struct Retry<Record: Sendable>: Sendable {
    public let key: IdempotencyKey
    /// What the client asked for, in a form that can be compared and tells nothing; see `RequestFingerprints`.
    public let fingerprint: String
    /// The answer to give now and to every repetition, in a form of the transport's own.
    let answer: @Sendable (Record) -> String

    public init(key: IdempotencyKey, fingerprint: String, answer: @escaping @Sendable (Record) -> String) {
        self.key = key
        self.fingerprint = fingerprint
        self.answer = answer
    }

    /// The fingerprint of the request as made by this caller.
    func fingerprint(for caller: Caller) -> String { "\(fingerprint) \(caller.standing)" }
}
