import Application
import Domain
import OpenSSLTokens

extension Clinic {
    /// The use cases as they are before anything happens.
    var useCases: UseCases { useCases() }

    /// The use cases at a time, for what only a whole use case keeps from going wrong.
    ///
    /// - Parameter limits: of failed sign-ins; 0 is none.
    func useCases(
        at time: Instant = .dawn, limits: Int? = nil, _ change: (inout HouseRules) -> Void = { _ in }
    ) -> UseCases {
        var rules = HouseRules()
        if let limits { (rules.throttle.perAccount, rules.throttle.perNetwork) = (limits, limits) }
        change(&rules)
        return UseCases(
            ports: Ports(
                storage: storage, clock: StoppedClock(time: time), random: OpenSSLRandomSource(),
                hasher: TrustingHasher(), tokens: .forTests,
                fingerprints: .forTests, secondFactors: .forTests),
            rules: rules)
    }
}

extension TokenIssuer where Self == OpenSSLTokenIssuer {
    fileprivate static var forTests: OpenSSLTokenIssuer {
        // The key is long enough, so there is nothing to throw.
        try! OpenSSLTokenIssuer(secretKey: "a key for tests that is long enough")
    }
}

extension RequestFingerprints where Self == OpenSSLRequestFingerprints {
    fileprivate static var forTests: OpenSSLRequestFingerprints {
        try! OpenSSLRequestFingerprints(secretKey: "a key for tests that is long enough")
    }
}

extension SecondFactorSecrets where Self == OpenSSLSecondFactorSecrets {
    static var forTests: OpenSSLSecondFactorSecrets {
        try! OpenSSLSecondFactorSecrets(
            secretKey: "a key for tests that is long enough", random: OpenSSLRandomSource())
    }
}

extension Password {
    static let good = try! Password("Tr1cky-Horse-9")
    static let wrong = try! Password("Another-Horse-8")
}

/// A clock at which it is always the same time.
private struct StoppedClock: WallClock {
    let time: Instant

    func now() -> Instant { time }
}

/// Takes any password of a known account but the wrong one.
private struct TrustingHasher: PasswordHasher {
    func hash(_ password: Password) async throws(Failure) -> PasswordHash { PasswordHash(phc: "hash") }

    func verify(_ password: Password, against hash: PasswordHash?) async throws(Failure) -> Bool {
        hash != nil && password != .wrong
    }

    func needsRenewal(_ hash: PasswordHash) -> Bool { false }
}
