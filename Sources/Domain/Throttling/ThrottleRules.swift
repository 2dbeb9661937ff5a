/// How often somebody may fail to sign in.
///
/// An account's own limit holds for each network from which it is tried, so that strangers elsewhere use up none of it.
/// Against many networks that try the same account there is a wider one over all of them, which grows slower the longer
/// it goes on; networks from which the account has signed in of late are not held to it.
public struct ThrottleRules: Equatable, Sendable {
    /// Failures of one account from one network; 0 is no limit.
    public var perAccount = 10
    /// Failures from one network, whatever the account; 0 is no limit.
    public var perNetwork = 100
    /// For how many seconds a failure counts.
    public var windowSeconds: Int64 = 900

    /// For so many seconds after a sign-in an account knows the network from which it came: 30 days.
    public static let knownNetworkSeconds: Int64 = 30 * 86_400

    public init() {}

    /// What is counted.
    public enum Scope: Hashable, Sendable, CaseIterable {
        /// One account from one network.
        case accountFromNetwork
        /// One account from all networks that it does not know.
        case account
        /// One network.
        case network
    }

    /// The limits of a scope; none at all is no limit.
    public func limits(of scope: Scope) -> [FailureLimit] {
        switch scope {
        case .accountFromNetwork: perAccount > 0 ? [FailureLimit(count: perAccount, seconds: windowSeconds)] : []
        case .network: perNetwork > 0 ? [FailureLimit(count: perNetwork, seconds: windowSeconds)] : []
        case .account: perAccount > 0 ? accountLimits : []
        }
    }

    /// Ten times as many in the same time, but thirty times as many in a day.
    private var accountLimits: [FailureLimit] {
        [
            FailureLimit(count: 10 * perAccount, seconds: windowSeconds),
            FailureLimit(count: 30 * perAccount, seconds: max(86_400, windowSeconds)),
        ]
    }
}
