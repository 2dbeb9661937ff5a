import Domain
import Testing

@testable import Argon2PasswordHashing

@Suite("Hashes as text")
struct Argon2HashTests {
    private static let salt = "c29tZXNhbHQ"
    private static let tag = "bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc"
    private static let good = "$argon2id$v=19$m=256,t=2,p=2$\(salt)$\(tag)"

    @Test("all parts of a PHC string are read and written again")
    func roundTrip() throws {
        let hash = try #require(Argon2Hash(phc: Self.good))

        #expect(hash.variant == .argon2id && hash.version == .current)
        #expect(hash.parameters == Argon2Parameters(memoryKiB: 256, passes: 2, lanes: 2))
        #expect(hash.salt == Array("somesalt".utf8) && hash.tag.count == 32)
        #expect(hash.phc == Self.good)
    }

    @Test("Django's word before the string changes nothing")
    func django() {
        #expect(Argon2Hash(phc: "argon2" + Self.good) == Argon2Hash(phc: Self.good))
    }

    @Test("a string that names no version is one of the first")
    func firstVersion() {
        #expect(Argon2Hash(phc: "$argon2i$m=256,t=2,p=2$\(Self.salt)$\(Self.tag)")?.version == .first)
    }

    @Test(
        "text that is not a hash of ours is not read",
        arguments: [
            "", "$", "$$$$$", "!", "plain text", "argon2", "argon2$", "argon2argon2" + good, String(good.dropFirst()),
            good + "$",
            " " + good, good + " ", good + "\n", "$argon2d$v=19$m=256,t=2,p=2$\(salt)$\(tag)",
            "$argon2ID$v=19$m=256,t=2,p=2$\(salt)$\(tag)", "$argon2id$v=18$m=256,t=2,p=2$\(salt)$\(tag)",
            "$argon2id$v=$m=256,t=2,p=2$\(salt)$\(tag)", "$argon2id$v=+19$m=256,t=2,p=2$\(salt)$\(tag)",
            "$argon2id$v=19$v=19$m=256,t=2,p=2$\(salt)$\(tag)", "$argon2id$v=19",
            "$argon2id$v=19$m=256,t=2,p=2$\(salt)",
            "$argon2id$v=19$m=256,t=2$\(salt)$\(tag)", "$argon2id$v=19$t=2,m=256,p=2$\(salt)$\(tag)",
            "$argon2id$v=19$m=256,t=2,p=2,x=1$\(salt)$\(tag)", "$argon2id$v=19$m=0256,t=2,p=2$\(salt)$\(tag)",
            "$argon2id$v=19$m=-256,t=2,p=2$\(salt)$\(tag)", "$argon2id$v=19$m=256 ,t=2,p=2$\(salt)$\(tag)",
            "$argon2id$v=19$m=4294967296,t=2,p=2$\(salt)$\(tag)", "$argon2id$v=19$m=256,t=2,p=2$\(salt)=$\(tag)",
            "$argon2id$v=19$m=256,t=2,p=2$$\(tag)", "$argon2id$v=19$m=256,t=2,p=2$\(salt)$",
            "$argon2id$v=19$m=256,t=2,p=2$\(salt)$\(tag)=", "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHR$\(tag)",
            "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhb-Q$\(tag)", "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhb$\(tag)",
            "$argon2id$v=19$m=256,t=2,p=2$\(salt)$bQk8UB", good + String(repeating: "A", count: 300),
        ])
    func unreadable(text: String) {
        #expect(Argon2Hash(phc: text) == nil)
    }

    @Test(
        "salts and tags have bounds",
        arguments: [
            (7, 32, false), (8, 32, true), (64, 32, true), (65, 32, false), (16, 15, false), (16, 16, true),
            (16, 64, true),
            (16, 65, false),
        ])
    func lengths(salt: Int, tag: Int, isRead: Bool) {
        let hash = Argon2Hash(
            parameters: .standard, salt: [UInt8](repeating: 1, count: salt), tag: [UInt8](repeating: 2, count: tag))

        #expect((Argon2Hash(phc: hash.phc) == hash) == isRead)
    }

    @Test(
        "absurd parameters are refused",
        arguments: [
            (8, 1, 1, true), (7, 1, 1, false), (16, 1, 2, true), (15, 1, 2, false), (256, 0, 1, false),
            (256, 1, 0, false),
            (512, 1, 64, true), (520, 1, 65, false), (1_048_576, 4, 1, true), (1_048_577, 1, 1, false),
            (1_048_576, 5, 1, false), (19_456, 215, 1, true), (19_456, 216, 1, false), (8, .max, 1, false),
            (.max, 1, 1, false), (.max, .max, .max, false), (0, 0, 0, false), (256, 1, .max, false),
        ] as [(UInt32, UInt32, UInt32, Bool)])
    func parameters(memory: UInt32, passes: UInt32, lanes: UInt32, isFine: Bool) {
        let phc = "$argon2id$v=19$m=\(memory),t=\(passes),p=\(lanes)$\(Self.salt)$\(Self.tag)"

        #expect((Argon2Parameters(memoryKiB: memory, passes: passes, lanes: lanes) != nil) == isFine)
        #expect((Argon2Hash(phc: phc) != nil) == isFine)
    }

    @Test("wiped memory holds zeros, and an empty piece of memory is nothing to wipe")
    func wiping() {
        let memory = UnsafeMutableRawBufferPointer.allocate(byteCount: 100, alignment: 1)
        defer { memory.deallocate() }
        memory.copyBytes(from: [UInt8](repeating: 7, count: 100))

        wipe(memory)
        wipe(UnsafeMutableRawBufferPointer(start: nil, count: 0))

        #expect(memory.allSatisfy { $0 == 0 })
    }

    @Test("a password's bytes are its UTF-8")
    func passwordBytes() throws {
        let bytes = try Password("pässwörd🔐").withWipedBytes { Array($0) }

        #expect(bytes == Array("pässwörd🔐".utf8))
    }
}
