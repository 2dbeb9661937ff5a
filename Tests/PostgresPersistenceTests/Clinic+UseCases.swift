import Application
import Domain

extension Clinic {
    /// The use cases at noon, but for those of accounts.
    var useCases: UseCases {
        let absent = Absent()
        return UseCases(
            ports: Ports(
                storage: storage, clock: Noon(), random: absent, hasher: absent, tokens: absent, fingerprints: absent,
                secondFactors: absent),
            rules: HouseRules())
    }
}

/// A clock that stands still.
private struct Noon: WallClock {
    func now() -> Instant { .noon }
}

/// Stands in for what nobody asks for here.
private struct Absent: RandomSource, PasswordHasher, TokenIssuer, RequestFingerprints, SecondFactorSecrets {
    func bits() -> UInt128 { 0 }
    func hash(_ password: Password) async throws(Failure) -> PasswordHash { throw .busy }
    func verify(_ password: Password, against hash: PasswordHash?) async throws(Failure) -> Bool { throw .busy }
    func needsRenewal(_ hash: PasswordHash) -> Bool { false }
    func code(of secret: OneTimeSecret, step: Int64) -> OneTimeCode { OneTimeCode(mac: []) }
    func seal(_ secret: OneTimeSecret, of account: AccountID) -> String { "" }
    func open(_ sealed: String, of account: AccountID) -> OneTimeSecret? { nil }
    func digest(of code: RecoveryCode, of account: AccountID) -> String { "" }
    func fingerprint(of bytes: [UInt8]) -> String { "" }
    func sign(_ claims: TokenClaims) -> String { "" }
    func verify(_ token: String, as kind: TokenKind, at now: Instant) throws(SignInRefusal) -> TokenClaims {
        throw .invalidToken
    }
}
