import Domain

/// What administrators can do about accounts.
public struct AdministrationUseCases: Sendable {
    public let create: CreateAccount
    public let find: FindAccount
    public let list: ListAccounts
    public let change: ChangeAccount
    public let endSessions: EndSessions
    public let resetSecondFactor: ResetAccountSecondFactor

    init(ports: Ports, rules: HouseRules, policy: Policy) {
        let (storage, clock) = (ports.storage, ports.clock)
        create = CreateAccount(
            storage: storage, clock: clock, hasher: ports.hasher, policy: policy,
            minimumPasswordLength: rules.minimumPasswordLength)
        find = FindAccount(storage: storage, clock: clock, policy: policy)
        list = ListAccounts(storage: storage, clock: clock, policy: policy)
        change = ChangeAccount(storage: storage, clock: clock, policy: policy)
        endSessions = EndSessions(storage: storage, clock: clock, policy: policy)
        resetSecondFactor = ResetAccountSecondFactor(storage: storage, clock: clock, policy: policy)
    }
}
