public import Domain

/// What a quick look at the end of the audit trail showed. It is no proof for all of it: that is what `AuditVerifier` is for.
public struct AuditTrailState: Equatable, Sendable {
    public let light: Light
    /// When the newest head was signed; `nil` when there is none, or none with a good signature.
    public let signedAt: Instant?
    /// How many seconds ago that was.
    public let age: Int64?
    /// How many events were checked.
    public let events: Int

    public init(light: Light, signedAt: Instant?, age: Int64?, events: Int) {
        self.light = light
        self.signedAt = signedAt
        self.age = age
        self.events = events
    }

    /// What the look amounts to.
    public enum Light: Equatable, Sendable {
        /// What was looked at is as it was written.
        case fine
        /// Something is not; never empty.
        case faults([AuditFinding])
        /// No head was signed yet, or there are no keys to check with.
        case unknown
    }
}
