public import Domain

/// What accounts can be sorted by. User names sort by code points.
public enum AccountSortKey: SortKey {
    case id, username, createdAt, updatedAt

    public static let standardOrder: [Ordering<AccountSortKey>] = [Ordering(.username), Ordering(.id)]

    public var kind: SortValue.Kind {
        switch self {
        case .id: .id
        case .username: .text
        case .createdAt, .updatedAt: .instant
        }
    }

    /// What an account has in this key.
    public func value(of account: Account) -> SortValue {
        switch self {
        case .id: .number(account.id.number)
        case .username: .text(account.username.text)
        case .createdAt: .instant(account.createdAt)
        case .updatedAt: .instant(account.updatedAt)
        }
    }
}
