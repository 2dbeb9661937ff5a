import Application
import Domain

/// Takes the right password, and something else happens while it is hashed.
struct InterruptedHasher: PasswordHasher {
    let meanwhile: @Sendable () async -> Void

    func hash(_ password: Password) async throws(Failure) -> PasswordHash { .fake(password) }

    func verify(_ password: Password, against hash: PasswordHash?) async throws(Failure) -> Bool {
        await meanwhile()
        return hash == .fake(password)
    }

    func needsRenewal(_ hash: PasswordHash) -> Bool { false }
}
