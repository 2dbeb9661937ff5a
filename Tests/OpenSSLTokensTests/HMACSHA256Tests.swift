import Testing

@testable import OpenSSLTokens

@Suite("HMAC with SHA-256")
struct HMACSHA256Tests {
    struct Group: Decodable {
        let tests: [Vector]
    }

    struct Vector: Decodable {
        let tcId: Int
        let key, msg, tag, result: String
    }

    @Test("every whole code of Project Wycheproof is judged as it says")
    func wycheproof() throws {
        let file = try Vectors.read("hmac_sha256_test", as: Wycheproof<Group>.self)
        let vectors = file.testGroups.flatMap(\.tests)

        for vector in vectors {
            let authenticator = try HMACSHA256(key: bytes(hex: vector.key))
            let message = bytes(hex: vector.msg)
            let isCode = authenticator.isCode(bytes(hex: vector.tag), of: message)
            #expect(isCode == (vector.result == "valid"), "test \(vector.tcId)")
            #expect(authenticator.code(of: message) == authenticator.code(of: message), "test \(vector.tcId)")
        }

        #expect(vectors.count == 87 && file.numberOfTests == 87)
    }

    @Test("a shortened, lengthened or empty code is no code")
    func otherLengths() throws {
        let authenticator = try HMACSHA256(key: [1, 2, 3])
        let code = authenticator.code(of: [4])

        let judged = [code, Array(code.dropLast()), code + [0], []].map { authenticator.isCode($0, of: [4]) }

        #expect(judged == [true, false, false, false])
    }

    @Test("an empty key is refused")
    func emptyKey() {
        #expect(throws: TokenKeyRefusal.empty) { try HMACSHA256(key: []) }
    }

    @Test("many tasks at once get the same codes as one")
    func parallel() async throws {
        let authenticator = try HMACSHA256(key: [1, 2, 3])
        let expected = (0..<200).map { authenticator.code(of: [UInt8($0)]) }

        let codes = await withTaskGroup(of: (Int, [UInt8]).self) { group in
            for number in 0..<200 { group.addTask { (number, authenticator.code(of: [UInt8(number)])) } }
            return await group.reduce(into: [[UInt8]](repeating: [], count: 200)) { $0[$1.0] = $1.1 }
        }

        #expect(codes == expected)
    }
}
