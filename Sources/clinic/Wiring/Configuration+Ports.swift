import Application
import Argon2PasswordHashing
import Foundation
import OpenSSLTokens

extension Configuration {
    /// `nil` when the settings together ask for too much work.
    var hashParameters: Argon2Parameters? {
        Argon2Parameters(memoryKiB: UInt32(argon2.memoryKiB), passes: UInt32(argon2.iterations), lanes: 1)
    }

    /// The hasher that the settings ask for.
    func passwordHasher() throws -> Argon2PasswordHasher {
        guard let parameters = hashParameters else { throw StartFailure("ARGON2_* ask for too much work.") }
        let threads = argon2.threads ?? ProcessInfo.processInfo.activeProcessorCount
        return Argon2PasswordHasher(parameters: parameters, threads: threads, random: OpenSSLRandomSource())
    }

    /// The key that signs tokens, when there is one already.
    func keptSigningKey() throws -> Sensitive? { try secretKey ?? SecretKeyFile.keptKey(in: dataDirectory) }

    /// The key that signs tokens: the one that is set, or the one that was made once.
    func signingKey() throws -> Sensitive {
        if let secretKey { return secretKey }
        return try SecretKeyFile.keyMadeOnce(in: dataDirectory, random: OpenSSLRandomSource())
    }
}
