import Domain

/// What can be asked of the audit trail.
public struct AuditUseCases: Sendable {
    public let listTrail: ListAuditTrail
    public let listAccessLog: ListAccessLog
    public let noteRefusal: NoteRefusal
    public let checkChains: CheckAuditChains

    init(storage: any Storage, clock: any WallClock, policy: Policy, keys: AuditKeys?) {
        listTrail = ListAuditTrail(storage: storage, clock: clock, policy: policy)
        listAccessLog = ListAccessLog(storage: storage, clock: clock, policy: policy)
        noteRefusal = NoteRefusal(storage: storage, clock: clock)
        checkChains = CheckAuditChains(storage: storage, clock: clock, policy: policy, keys: keys)
    }
}
