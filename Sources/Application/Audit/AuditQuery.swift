public import Domain

/// Which entries of the audit trail to list. All conditions hold together; `nil` is no condition.
public struct AuditQuery: ListQuery, Equatable, Sendable {
    /// Done by this account.
    public var account: AccountID?
    /// About this patient's data, alone or among others.
    public var patient: PatientID?
    /// About this one record.
    public var subject: AuditSubject?
    /// One of these actions; empty is no condition.
    public var actions: Set<AuditAction> = []
    /// At this time or later.
    public var from: Instant?
    /// Before this time.
    public var to: Instant?
    /// Empty is the newest first: by time, then number, both descending.
    public var ordering: [Ordering<AuditSortKey>] = []
    public var page = PageRequest<AuditSortKey>()

    public init() {}
}
