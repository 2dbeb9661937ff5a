import CSodium
import Domain

extension Argon2Hash {
    /// Whether libsodium was found fit at its first use; that is when it looks at the processor.
    private static let isLibsodiumReady = sodium_init() >= 0

    /// Whether libsodium can compute this hash: it knows one lane, the current version, and salts of 16 bytes. So do all
    /// hashes that we make; others come from elsewhere.
    var isWithinLibsodium: Bool {
        variant == .argon2id && version == .current && parameters.lanes == 1
            && salt.count == Int(crypto_pwhash_argon2id_SALTBYTES)
            && tag.count >= Int(crypto_pwhash_argon2id_BYTES_MIN) && Argon2Hash.isLibsodiumReady
    }

    /// The tag of a password, for hashes that are `isWithinLibsodium`.
    func tagByLibsodium(of password: Password) throws(Failure) -> [UInt8] {
        var computed = [UInt8](repeating: 0, count: tag.count)
        let code = password.withWipedBytes { password in
            password.withMemoryRebound(to: CChar.self) { password -> CInt in
                guard let start = password.baseAddress else { return -1 }
                return crypto_pwhash_argon2id(
                    &computed, UInt64(computed.count), start, UInt64(password.count), salt,
                    UInt64(parameters.passes), Int(parameters.memory) * 1024, crypto_pwhash_argon2id_ALG_ARGON2ID13)
            }
        }
        guard code == 0 else { throw .unavailable(Fault("libsodium: no hash, probably for want of memory")) }
        return computed
    }
}
