import Application
import Domain

/// Hashes at no cost.
struct PlainHasher: PasswordHasher {
    /// What it throws instead of doing its work.
    var failure: Failure?

    func hash(_ password: Password) async throws(Failure) -> PasswordHash {
        if let failure { throw failure }
        return PasswordHash(phc: "plain:\(password.clearText)")
    }

    func verify(_ password: Password, against hash: PasswordHash?) async throws(Failure) -> Bool {
        if let failure { throw failure }
        return hash?.phc == "plain:\(password.clearText)"
    }

    func needsRenewal(_ hash: PasswordHash) -> Bool { false }
}
