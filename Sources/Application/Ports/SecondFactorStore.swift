public import Domain

/// Keeps second factors and recovery codes. Whoever changes one holds its account (`AccountStore.credentialsForChange`).
public protocol SecondFactorStore: Sendable {
    /// - Returns: `nil` when the account has none, not even one that waits for its first code.
    func find(of account: AccountID) async throws(Failure) -> SecondFactor?

    /// Keeps the account's second factor, in the place of another one.
    func keep(_ factor: SecondFactor, of account: AccountID) async throws(Failure)

    /// Forgets the account's second factor, if it has one, and its recovery codes.
    func remove(of account: AccountID) async throws(Failure)

    /// Keeps the digests of new recovery codes, in the place of all others.
    func keepRecoveryCodes(_ digests: [String], of account: AccountID) async throws(Failure)

    /// Forgets a recovery code.
    ///
    /// - Returns: whether it was there: each is redeemed once.
    func redeemRecoveryCode(_ digest: String, of account: AccountID) async throws(Failure) -> Bool
}
