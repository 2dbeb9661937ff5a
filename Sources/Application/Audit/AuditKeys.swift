/// What it takes to tell whether the audit trail is as it was written.
public struct AuditKeys: Sendable {
    /// Under which it may have been kept.
    public let seals: [any AuditSeal]
    public let signatures: any SignatureCheck

    public init(seals: [any AuditSeal], signatures: any SignatureCheck) {
        self.seals = seals
        self.signatures = signatures
    }
}
