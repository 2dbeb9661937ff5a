import Application
import Dispatch
import Domain
import Testing

@testable import Argon2PasswordHashing

@Suite("Hashing passwords")
struct Argon2PasswordHasherTests {
    /// The least that Argon2 can do, so that tests are quick.
    private static let cheap = Argon2Parameters(memoryKiB: 8, passes: 1, lanes: 1)!

    @Test(
        "a password is known again, and another one is not",
        arguments: [
            "correct horse battery staple", "pässwörd-Ünïcode-日本語", "🔐emoji pass phrase ok", "e\u{301}", "x",
            String(repeating: "a", count: 1024), "with \"quotes\" and $dollars$",
        ])
    func verifying(text: String) async throws {
        let hasher = Argon2PasswordHasher(parameters: Self.cheap, threads: 1, random: CountingRandom())
        let hash = try await hasher.hash(Password(text))

        let isKnown = try await hasher.verify(Password(text), against: hash)
        let isOtherKnown = try await hasher.verify(Password(text == "x" ? "y" : "x"), against: hash)

        #expect(isKnown && !isOtherKnown)
    }

    @Test("texts that look the same but are written differently are different passwords")
    func normalization() async throws {
        let hasher = Argon2PasswordHasher(parameters: Self.cheap, threads: 1, random: CountingRandom())
        let hash = try await hasher.hash(Password("caf\u{E9}-terrace"))

        let isKnown = try await hasher.verify(Password("cafe\u{301}-terrace"), against: hash)

        #expect(!isKnown)
    }

    @Test("a new hash is an Argon2id PHC string with the parameters, 16 bytes of salt and 32 of tag")
    func form() async throws {
        let hasher = Argon2PasswordHasher(threads: 1, random: CountingRandom())

        let hash = try await hasher.hash(Password("correct horse"))

        #expect(hash.phc.hasPrefix("$argon2id$v=19$m=19456,t=2,p=1$"))
        let read = try #require(Argon2Hash(phc: hash.phc))
        #expect(read.salt.count == 16 && read.tag.count == 32)
    }

    @Test("after a cheaper hash so much is computed besides that the work is the same")
    func rest() throws {
        let standard = Argon2Parameters.standard
        let cheaper = try #require(Argon2Parameters(memoryKiB: 9_216, passes: 1, lanes: 1))
        let dearer = try #require(Argon2Parameters(memoryKiB: 65_536, passes: 3, lanes: 4))
        let almost = try #require(Argon2Parameters(memoryKiB: 38_900, passes: 1, lanes: 1))

        let rests = [cheaper, standard, dearer, almost].map { standard.rest(after: $0.work) }

        #expect(rests == [Argon2Parameters(memoryKiB: 14_848, passes: 2, lanes: 1), nil, nil, nil])
        #expect(9_216 + 14_848 * 2 == standard.memory * standard.passes)
    }

    @Test("what the slower library computes counts for more work")
    func workOfLibargon2() throws {
        let parameters = try #require(Argon2Parameters(memoryKiB: 10_000, passes: 1, lanes: 1))
        let ours = Argon2Hash(parameters: parameters, salt: Array(1...16), tag: Array(1...32))
        let foreign = Argon2Hash(parameters: parameters, salt: Array(1...22), tag: Array(1...32))

        #expect(ours.work == 10_000)
        #expect(foreign.work == 13_000)
    }

    @Test("a cheaper hash is judged like any other")
    func verifyingCheaper() async throws {
        let old = Argon2PasswordHasher(parameters: Self.cheap, threads: 1, random: CountingRandom())
        let parameters = try #require(Argon2Parameters(memoryKiB: 64, passes: 2, lanes: 1))
        let new = Argon2PasswordHasher(parameters: parameters, threads: 1, random: CountingRandom())
        let hash = try await old.hash(Password("correct horse"))

        let judged = [
            try await new.verify(Password("correct horse"), against: hash),
            try await new.verify(Password("wrong horse"), against: hash),
        ]

        #expect(judged == [true, false])
    }

    @Test("the same password is hashed with a new salt each time")
    func salts() async throws {
        let hasher = Argon2PasswordHasher(parameters: Self.cheap, threads: 2, random: CountingRandom())
        var hashes: [Argon2Hash] = []

        for _ in 0..<10 {
            let hash = try await hasher.hash(Password("correct horse"))
            hashes.append(try #require(Argon2Hash(phc: hash.phc)))
        }

        #expect(Set(hashes.map(\.salt)).count == 10 && Set(hashes.map(\.tag)).count == 10)
    }

    @Test("a hash with other parameters is verified with its own, and is to be renewed")
    func otherParameters() async throws {
        let old = Argon2PasswordHasher(
            parameters: Argon2Parameters(memoryKiB: 64, passes: 3, lanes: 2)!, threads: 1, random: CountingRandom())
        let new = Argon2PasswordHasher(parameters: Self.cheap, threads: 1, random: CountingRandom())
        let hash = try await old.hash(Password("correct horse"))

        let isKnown = try await new.verify(Password("correct horse"), against: hash)

        #expect(isKnown)
        #expect(new.needsRenewal(hash) && !old.needsRenewal(hash))
    }

    @Test("a hash of another variant or version, with another salt or tag, or none at all, is to be renewed")
    func renewal() async throws {
        let hasher = Argon2PasswordHasher(parameters: Self.cheap, threads: 1, random: CountingRandom())
        var hashes = [Argon2Hash](
            repeating: Argon2Hash(
                parameters: Self.cheap, salt: [UInt8](repeating: 0, count: 16), tag: [UInt8](repeating: 0, count: 32)),
            count: 5)
        hashes[1].variant = .argon2i
        hashes[2].version = .first
        hashes[3].salt = [UInt8](repeating: 0, count: 8)
        hashes[4].tag = [UInt8](repeating: 0, count: 16)

        let renewals = hashes.map { hasher.needsRenewal(PasswordHash(phc: $0.phc)) }

        #expect(renewals == [false, true, true, true, true])
        #expect(hasher.needsRenewal(PasswordHash(phc: "!unusable")))
    }

    @Test("an unknown account has no password, and its check does the same work")
    func unknownAccount() async throws {
        let random = CountingRandom()
        let hasher = Argon2PasswordHasher(parameters: Self.cheap, threads: 1, random: random)

        let isKnown = try await hasher.verify(Password("correct horse"), against: nil)

        #expect(!isKnown)
        // The dummy cannot be told from a stored hash: three times 16 random bytes are its salt and tag.
        #expect(random.count == 3)
    }

    @Test(
        "a stored text that cannot be read, or asks for too much, is nobody's hash",
        arguments: [
            "", "!", "plain",
            "pbkdf2_sha256$1000000$YFnRXnRMtdGsogyPZybM9L$YkaqfDduON5T/fCJSPrFa87iR0r9jI0/51LcP+5oA/M=",
            "$argon2id$v=19$m=4294967295,t=1,p=1$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
            "$argon2id$v=19$m=1048576,t=4294967295,p=1$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc",
        ])
    func unreadable(text: String) async throws {
        let hasher = Argon2PasswordHasher(parameters: Self.cheap, threads: 1, random: CountingRandom())

        let isKnown = try await hasher.verify(Password("plain"), against: PasswordHash(phc: text))

        #expect(!isKnown)
    }

    @Test("when too many wait the answer is busy at once, and later there is room again")
    func busy() async throws {
        let threads = HashingThreads(count: 1, waiting: 0)
        let hasher = Argon2PasswordHasher(parameters: Self.cheap, threads: threads, random: CountingRandom())
        let password = try Password("correct horse")
        let gate = DispatchSemaphore(value: 0)
        let isHeldUp = threads.add {
            gate.wait(); return {}
        }

        await #expect(throws: Failure.busy) { try await hasher.hash(password) }
        await #expect(throws: Failure.busy) { try await hasher.verify(password, against: nil) }

        gate.signal()
        #expect(isHeldUp)
        await hasher.shutDown()
        await #expect(throws: Failure.busy) { try await hasher.hash(password) }
    }

    @Test("many sign-ins at once all get their answer")
    func parallel() async throws {
        let hasher = Argon2PasswordHasher(parameters: Self.cheap, threads: 2, waiting: 100, random: CountingRandom())
        let hash = try await hasher.hash(Password("correct horse"))

        let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<50 {
                group.addTask {
                    try await hasher.verify(
                        Password(number.isMultiple(of: 2) ? "correct horse" : "wrong horse"), against: hash)
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        #expect(answers.count { $0 } == 25 && answers.count == 50)
    }
}
