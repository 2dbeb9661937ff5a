import CArgon2
import Domain
import Testing

@testable import Argon2PasswordHashing

@Suite("Public vectors of Argon2")
struct Argon2VectorTests {
    @Test("libargon2 computes the tag of RFC 9106, 5.3")
    func rfc9106() throws {
        let vector = try Vectors.read("argon2_vectors", as: Argon2Vectors.self).kat
        var tag = [UInt8](repeating: 0, count: 32)

        let code = tagOfRFC9106(vector, &tag)

        #expect(code == 0)
        #expect(tag == bytes(hex: vector.tag_hex))
    }

    @Test("every encoded hash is that of its password and of no other, and is written as it was read")
    func encoded() throws {
        let vectors = try Vectors.read("argon2_vectors", as: Argon2Vectors.self).encoded

        for vector in vectors {
            let hash = try #require(Argon2Hash(phc: vector.encoded), "\(vector.encoded)")
            #expect(hash.tag == bytes(hex: vector.hash_hex), "\(vector.encoded)")
            #expect(try hash.isHash(of: Password(vector.password)), "\(vector.encoded)")
            if hash.version == .current { #expect(hash.phc == vector.encoded) }
        }

        #expect(vectors.count == 24)
    }

    @Test(
        "libsodium and libargon2 compute the same tag",
        arguments: [(8, 1, 16), (19_456, 2, 32), (1_021, 3, 64)] as [(UInt32, UInt32, Int)])
    func bothLibraries(memory: UInt32, passes: UInt32, tagLength: Int) throws {
        let parameters = try #require(Argon2Parameters(memoryKiB: memory, passes: passes, lanes: 1))
        let hash = Argon2Hash(
            parameters: parameters, salt: Array(1...16), tag: [UInt8](repeating: 0, count: tagLength))

        for password in try ["p", "pässwörd-日本語", String(repeating: "long", count: 30)].map({ try Password($0) }) {
            #expect(hash.isWithinLibsodium)
            #expect(try hash.tagByLibsodium(of: password) == hash.tagByLibargon2(of: password))
        }
    }

    @Test("what libsodium does not know is left to libargon2")
    func beyondLibsodium() throws {
        let one = try #require(Argon2Parameters(memoryKiB: 64, passes: 1, lanes: 1))
        let two = try #require(Argon2Parameters(memoryKiB: 64, passes: 1, lanes: 2))
        let (salt, tag) = ([UInt8](repeating: 1, count: 16), [UInt8](repeating: 0, count: 16))

        #expect(Argon2Hash(parameters: one, salt: salt, tag: tag).isWithinLibsodium)
        #expect(!Argon2Hash(parameters: two, salt: salt, tag: tag).isWithinLibsodium)
        #expect(!Argon2Hash(parameters: one, salt: salt + [1], tag: tag).isWithinLibsodium)
        #expect(!Argon2Hash(variant: .argon2i, parameters: one, salt: salt, tag: tag).isWithinLibsodium)
        #expect(!Argon2Hash(version: .first, parameters: one, salt: salt, tag: tag).isWithinLibsodium)
    }

    @Test("hashes that Django stored with Argon2 are verified, others are not read")
    func django() throws {
        let examples = try Vectors.read("django_hash_examples", as: DjangoHashes.self).examples

        for example in examples where example.algorithm == "argon2" {
            let hash = try #require(Argon2Hash(phc: example.encoded))
            #expect(try hash.isHash(of: Password(example.password)))
            #expect(try !hash.isHash(of: Password(#require(example.wrong))))
        }
        for example in examples where example.algorithm != "argon2" {
            #expect(Argon2Hash(phc: example.encoded) == nil)
        }

        #expect(examples.count { $0.algorithm == "argon2" } == 4)
    }

    private func tagOfRFC9106(_ vector: Argon2Vectors.KnownAnswer, _ tag: inout [UInt8]) -> CInt {
        var inputs = [vector.password_hex, vector.salt_hex, vector.secret_hex, vector.ad_hex].map { bytes(hex: $0) }
        var context = argon2_context()
        context.t_cost = vector.t
        context.m_cost = vector.m_kib
        context.lanes = vector.p
        context.threads = 1
        context.version = vector.version
        context.outlen = UInt32(tag.count)
        context.pwdlen = UInt32(inputs[0].count)
        context.saltlen = UInt32(inputs[1].count)
        context.secretlen = UInt32(inputs[2].count)
        context.adlen = UInt32(inputs[3].count)
        return tag.withUnsafeMutableBufferPointer { tag in
            context.out = tag.baseAddress
            return compute(&inputs, &context)
        }
    }

    private func compute(_ inputs: inout [[UInt8]], _ context: inout argon2_context) -> CInt {
        var all = inputs.flatMap { $0 }
        return all.withUnsafeMutableBufferPointer { all in
            context.pwd = all.baseAddress!
            context.salt = context.pwd + Int(context.pwdlen)
            context.secret = context.salt + Int(context.saltlen)
            context.ad = context.secret + Int(context.secretlen)
            return argon2_ctx(&context, Argon2_id)
        }
    }
}
