import Testing

@testable import OpenSSLTokens

@Suite struct `AES-256-GCM` {
    struct Group: Decodable {
        let tests: [Vector]
    }

    struct Vector: Decodable {
        let tcId: Int
        let key, iv, aad, msg, ct, tag, result: String
    }

    @Test func `judges every vector of Project Wycheproof as it says`() throws {
        let file = try Vectors.read("aes_gcm_test", as: Wycheproof<Group>.self)
        let vectors = file.testGroups.flatMap(\.tests)

        for vector in vectors {
            let cipher = try #require(AES256GCM(key: bytes(hex: vector.key)))
            let (nonce, context) = (bytes(hex: vector.iv), bytes(hex: vector.aad))
            let sealed = bytes(hex: vector.ct + vector.tag)
            let opened = cipher.open(sealed, nonce: nonce, context: context)
            #expect(opened == (vector.result == "valid" ? bytes(hex: vector.msg) : nil), "test \(vector.tcId)")
            if vector.result == "valid" {
                let made = cipher.seal(bytes(hex: vector.msg), nonce: nonce, context: context)
                #expect(made == sealed, "test \(vector.tcId)")
            }
        }

        #expect(vectors.count == 66 && file.numberOfTests == 66)
    }

    @Test func `takes no key and no nonce of another length`() throws {
        let cipher = try #require(AES256GCM(key: [UInt8](repeating: 1, count: 32)))

        let opened = cipher.open([UInt8](repeating: 0, count: 40), nonce: [1, 2, 3], context: [])

        #expect(opened == nil)
        #expect(AES256GCM(key: [UInt8](repeating: 1, count: 16)) == nil)
        #expect(cipher.open([1, 2, 3], nonce: [UInt8](repeating: 0, count: 12), context: []) == nil)
    }
}
