/// What can be done about accounts.
public struct AccountUseCases: Sendable {
    public let register: RegisterAccount
    public let signIn: SignIn
    public let authenticate: Authenticate
    public let continueSession: ContinueSession
    public let refreshTokens: RefreshTokens
    public let signOut: SignOut
    public let findProfile: FindProfile
    public let changeProfile: ChangeProfile
    public let changePassword: ChangePassword
    public let chooseLanguage: ChooseLanguage
    public let listSessions: ListSessions
    public let endSession: EndSession
    public let enrolSecondFactor: EnrolSecondFactor
    public let confirmSecondFactor: ConfirmSecondFactor
    public let removeSecondFactor: RemoveSecondFactor
    let sessionUses: SessionUses

    init(ports: Ports, rules: HouseRules) {
        let (storage, clock, hasher) = (ports.storage, ports.clock, ports.hasher)
        let tokens = Tokens(issuer: ports.tokens, random: ports.random, lifetimes: rules.tokenLifetimes)
        let throttle = SignInThrottle(rules: rules.throttle, fingerprints: ports.fingerprints)
        let factors = SecondFactorCheck(secrets: ports.secondFactors)
        let password = PasswordCheck(storage: storage, clock: clock, hasher: hasher, throttle: throttle)
        sessionUses = SessionUses(storage: storage)
        register = RegisterAccount(
            storage: storage, clock: clock, hasher: hasher, tokens: tokens, throttle: throttle,
            isOpen: rules.registrationIsOpen, minimumPasswordLength: rules.minimumPasswordLength)
        signIn = SignIn(
            storage: storage, clock: clock, hasher: hasher, tokens: tokens, throttle: throttle, secondFactors: factors)
        authenticate = Authenticate(
            storage: storage, clock: clock, issuer: ports.tokens, sessionUses: sessionUses,
            administratorsNeedSecondFactor: rules.administratorsNeedSecondFactor)
        continueSession = ContinueSession(storage: storage, clock: clock, tokens: tokens, authenticate: authenticate)
        refreshTokens = RefreshTokens(storage: storage, clock: clock, tokens: tokens)
        signOut = SignOut(storage: storage, clock: clock, issuer: ports.tokens)
        findProfile = FindProfile(storage: storage, clock: clock)
        changeProfile = ChangeProfile(storage: storage, clock: clock)
        changePassword = ChangePassword(
            storage: storage, clock: clock, hasher: hasher, check: password,
            minimumLength: rules.minimumPasswordLength)
        chooseLanguage = ChooseLanguage(storage: storage, clock: clock)
        listSessions = ListSessions(storage: storage, clock: clock)
        endSession = EndSession(storage: storage, clock: clock)
        enrolSecondFactor = EnrolSecondFactor(
            storage: storage, random: ports.random, secrets: ports.secondFactors, check: password)
        confirmSecondFactor = ConfirmSecondFactor(
            storage: storage, clock: clock, random: ports.random, throttle: throttle, secondFactors: factors)
        removeSecondFactor = RemoveSecondFactor(
            storage: storage, clock: clock, check: password, secondFactors: factors)
    }
}
