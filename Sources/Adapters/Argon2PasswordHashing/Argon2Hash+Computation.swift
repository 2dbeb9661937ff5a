import CSodium
import Domain

extension Argon2Hash {
    /// The hash of a password, with a tag of `tagLength` bytes.
    ///
    /// - Throws: `Failure.unavailable` when the library fails, for want of memory for example.
    init(of password: Password, salt: [UInt8], parameters: Argon2Parameters) throws(Failure) {
        self.init(
            parameters: parameters, salt: salt, tag: [UInt8](repeating: 0, count: Argon2Hash.tagLength))
        tag = try computedTag(of: password)
    }

    /// Whether the hash is that of a password; compared in the same time wherever the two differ.
    ///
    /// - Throws: `Failure.unavailable` when the library fails.
    func isHash(of password: Password) throws(Failure) -> Bool {
        let computed = try computedTag(of: password)
        return computed.count == tag.count && sodium_memcmp(computed, tag, tag.count) == 0
    }

    /// What computing it takes, in memory times passes as libsodium computes them. libargon2 takes longer for the same
    /// (docs/decisions/0041).
    var work: UInt64 { isWithinLibsodium ? parameters.work : parameters.work * 13 / 10 }

    /// The tag that a password has with this hash's parameters and salt, as long as this hash's: by libsodium, which uses
    /// what the processor has for such work, where that can compute it, and by libargon2 otherwise.
    private func computedTag(of password: Password) throws(Failure) -> [UInt8] {
        try isWithinLibsodium ? tagByLibsodium(of: password) : tagByLibargon2(of: password)
    }
}
