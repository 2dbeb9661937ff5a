public import Domain

/// Hashes passwords, slowly and on threads of its own.
public protocol PasswordHasher: Sendable {
    /// A new hash with a new salt, as a PHC string.
    /// - Throws: `Failure.busy` when too many wait already.
    func hash(_ password: Password) async throws(Failure) -> PasswordHash

    /// Whether the password is the one that was hashed.
    ///
    /// - Parameter hash: `nil` for an unknown account: the answer is `false` after the same time as for a known one.
    ///   A hash that cannot be read answers `false` too.
    /// - Throws: `Failure.busy` when too many wait already.
    func verify(_ password: Password, against hash: PasswordHash?) async throws(Failure) -> Bool

    /// Whether a hash should be made anew when its password is next known: it was made in another way than new ones are.
    func needsRenewal(_ hash: PasswordHash) -> Bool
}
