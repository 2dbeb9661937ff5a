/// How an action ended, with the code under which the audit trail keeps it.
public enum AuditOutcome: String, Sendable, CaseIterable {
    case done
    /// A rule or a permission stood against it.
    case refused
    /// Something that we depend on failed.
    case failed
}
