/// A SQLSTATE: five letters that name a kind of error, stable over languages and versions.
public struct SQLState: Hashable, Sendable, CustomStringConvertible {
    /// The five letters, e.g. `23505`.
    public let code: String

    /// Any five-letter code.
    public init(_ code: String) {
        self.code = code
    }

    /// The five letters.
    public var description: String { code }

    /// 23503: what a row names is not there, or is still named by another one.
    public static let foreignKeyViolation = SQLState("23503")
    /// 23505: a second row with the same key.
    public static let uniqueViolation = SQLState("23505")
    /// 23P01: an EXCLUDE constraint refused the row.
    public static let exclusionViolation = SQLState("23P01")
    /// 25006: a write on a server (or in a transaction) that is read-only.
    public static let readOnlyTransaction = SQLState("25006")
    /// 40001: could not serialize; run the transaction again.
    public static let serializationFailure = SQLState("40001")
    /// 40P01: a deadlock; run the transaction again.
    public static let deadlockDetected = SQLState("40P01")
    /// 55P03: `lock_timeout` passed, or NOWAIT.
    public static let lockNotAvailable = SQLState("55P03")
    /// 57014: `statement_timeout` passed, or cancelled.
    public static let queryCanceled = SQLState("57014")

    static let featureNotSupported = SQLState("0A000")
    static let warning = SQLState("01000")
    static let invalidStatementName = SQLState("26000")
    static let adminShutdown = SQLState("57P01")
}
