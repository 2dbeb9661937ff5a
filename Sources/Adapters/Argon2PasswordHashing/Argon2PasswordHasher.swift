public import Application
public import Domain

/// Hashes passwords with Argon2id (RFC 9106) by libsodium, and what was hashed elsewhere by libargon2, on a fixed number of
/// threads of its own.
///
/// While it works it takes up to `threads` times the memory of the parameters.
public final class Argon2PasswordHasher: PasswordHasher, HashingLoadReader {
    private let parameters: Argon2Parameters
    private let random: any RandomSource
    private let threads: HashingThreads
    /// What an unknown account's password is compared with; the hash of no password.
    private let dummy: Argon2Hash
    /// The same as it would be kept.
    private let dummyText: String

    /// - Parameters:
    ///   - parameters: those of new hashes; stored ones are verified with their own.
    ///   - threads: how many hashes are computed at a time, at least one; the number of cores is a good choice.
    ///   - waiting: how many more may wait; beyond them the answer is `Failure.busy` at once.
    ///   - random: where salts come from.
    public convenience init(
        parameters: Argon2Parameters = .standard, threads: Int, waiting: Int = 32, random: any RandomSource
    ) {
        let threads = HashingThreads(count: max(1, threads), waiting: max(0, waiting))
        self.init(parameters: parameters, threads: threads, random: random)
    }

    init(parameters: Argon2Parameters, threads: HashingThreads, random: any RandomSource) {
        self.parameters = parameters
        self.random = random
        self.threads = threads
        dummy = Argon2Hash(
            parameters: parameters, salt: random.bits().bytes, tag: random.bits().bytes + random.bits().bytes)
        dummyText = dummy.phc
    }

    public func hash(_ password: Password) async throws(Failure) -> PasswordHash {
        let salt = random.bits().bytes
        return try await threads.run { [parameters] () throws(Failure) in
            PasswordHash(phc: try Argon2Hash(of: password, salt: salt, parameters: parameters).phc)
        }
    }

    /// A hash that cannot be read takes the same time as an unknown account too, and one that was cheaper to make is
    /// made up for: a clock should tell as little as can be of whether an account is there and its hash an old one.
    public func verify(_ password: Password, against hash: PasswordHash?) async throws(Failure) -> Bool {
        // An unknown account's is read, too.
        let read = Argon2Hash(phc: hash?.phc ?? dummyText)
        let stored = hash == nil ? nil : read
        let rest = stored.flatMap { parameters.rest(after: $0.work) }
        return try await threads.run { [dummy] () throws(Failure) in
            let isHash = try (stored ?? dummy).isHash(of: password)
            if let rest { _ = try Argon2Hash(of: password, salt: dummy.salt, parameters: rest) }
            return isHash && stored != nil
        }
    }

    public func needsRenewal(_ hash: PasswordHash) -> Bool {
        guard let stored = Argon2Hash(phc: hash.phc) else { return true }
        return stored.variant != .argon2id || stored.version != .current || stored.parameters != parameters
            || stored.salt.count != Argon2Hash.saltLength || stored.tag.count != Argon2Hash.tagLength
    }

    public var load: HashingLoad { threads.load }

    /// Takes no more work (`Failure.busy`), finishes what waits, and ends the threads.
    public func shutDown() async { await threads.shutDown() }
}

extension UInt128 {
    /// The 16 bytes, the highest first.
    fileprivate var bytes: [UInt8] { withUnsafeBytes(of: bigEndian) { Array($0) } }
}
