import Application
import Argon2PasswordHashing
import Foundation
import OpenSSLTokens

extension Configuration {
    /// The hasher that the settings ask for.
    func passwordHasher() throws -> Argon2PasswordHasher {
        let parameters = Argon2Parameters(
            memoryKiB: UInt32(argon2.memoryKiB), passes: UInt32(argon2.iterations), lanes: 1)
        guard let parameters else {
            throw StartFailure(
                "ARGON2_MEMORY_KIB and ARGON2_ITERATIONS together ask for too much work; lower one of them.")
        }
        let threads = argon2.threads ?? ProcessInfo.processInfo.activeProcessorCount
        return Argon2PasswordHasher(parameters: parameters, threads: threads, random: OpenSSLRandomSource())
    }

    /// The key that signs tokens: the one that is set, or the one that was made once.
    func signingKey() throws -> Sensitive {
        if let secretKey { return secretKey }
        return try SecretKeyFile.keyMadeOnce(in: dataDirectory, random: OpenSSLRandomSource())
    }
}
