public import Domain

/// What second factors need of cryptography.
public protocol SecondFactorSecrets: Sendable {
    /// The code that a secret has for a step of time (RFC 6238, with SHA-1).
    func code(of secret: OneTimeSecret, step: Int64) -> OneTimeCode

    /// The secret as it can be stored: nobody without the server's key can read it, nor move it to another account.
    func seal(_ secret: OneTimeSecret, of account: AccountID) -> String

    /// - Returns: `nil` for what was not sealed for this account under this key.
    func open(_ sealed: String, of account: AccountID) -> OneTimeSecret?

    /// What is stored of a recovery code.
    func digest(of code: RecoveryCode, of account: AccountID) -> String
}
