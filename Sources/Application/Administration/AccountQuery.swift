public import Domain

/// Which accounts to list. All conditions hold together; `nil` is no condition.
public struct AccountQuery: ListQuery, Equatable, Sendable {
    /// Each word must occur in the user name, e-mail address, first or last name, in any case.
    public var search: [String] = []
    public var role: Role?
    public var isActive: Bool?
    /// Empty is by user name.
    public var ordering: [Ordering<AccountSortKey>] = []
    public var page = PageRequest<AccountSortKey>()

    public init() {}
}
