public import Domain

/// What entries of the audit trail can be sorted by.
public enum AuditSortKey: SortKey {
    case id, at

    public static let standardOrder: [Ordering<AuditSortKey>] = [
        Ordering(.at, descending: true), Ordering(.id, descending: true),
    ]

    public var kind: SortValue.Kind {
        switch self {
        case .id: .id
        case .at: .instant
        }
    }

    /// What an entry has in this key.
    public func value(of kept: KeptAuditEntry) -> SortValue {
        switch self {
        case .id: .number(kept.id.number)
        case .at: .instant(kept.entry.at)
        }
    }
}
