/// What can be done about accounts.
public struct AccountUseCases: Sendable {
    public let register: RegisterAccount
    public let signIn: SignIn
    public let authenticate: Authenticate
    public let refreshTokens: RefreshTokens
    public let signOut: SignOut
    public let findProfile: FindProfile
    public let changeProfile: ChangeProfile

    init(ports: Ports, rules: HouseRules) {
        let (storage, clock) = (ports.storage, ports.clock)
        let tokens = Tokens(issuer: ports.tokens, random: ports.random, lifetimes: rules.tokenLifetimes)
        register = RegisterAccount(
            storage: storage, clock: clock, hasher: ports.hasher, tokens: tokens, isOpen: rules.registrationIsOpen)
        signIn = SignIn(storage: storage, clock: clock, hasher: ports.hasher, tokens: tokens)
        authenticate = Authenticate(storage: storage, clock: clock, issuer: ports.tokens)
        refreshTokens = RefreshTokens(storage: storage, clock: clock, tokens: tokens)
        signOut = SignOut(storage: storage, clock: clock, issuer: ports.tokens)
        findProfile = FindProfile(storage: storage, clock: clock)
        changeProfile = ChangeProfile(storage: storage, clock: clock)
    }
}
