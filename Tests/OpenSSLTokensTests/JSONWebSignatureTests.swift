import Testing

@testable import OpenSSLTokens

@Suite("JSON Web Signatures")
struct JSONWebSignatureTests {
    struct Group: Decodable {
        let `private`: Key
        let tests: [Vector]
    }

    struct Key: Decodable {
        let k: String
    }

    struct Vector: Decodable {
        let tcId: Int
        let jws, result: String
    }

    struct Examples: Decodable {
        let vectors: [Example]
    }

    struct Example: Decodable {
        let id, jws: String
        let jwk: Key?
    }

    /// 367 and 370 lack the padding that they are about and equal the valid 357; 372 and 373 are valid only for
    /// decoders that skip foreign characters, which RFC 7515, 2 does not allow.
    static let judgedOtherwise: Set = [367, 370, 372, 373]

    @Test("every HS256 token of Project Wycheproof is judged as it says")
    func wycheproof() throws {
        let file = try Vectors.read("json_web_signature_test", as: Wycheproof<Group>.self)
        var judgedOtherwise: Set<Int> = []

        for group in file.testGroups {
            let signature = try JSONWebSignature(key: #require(Base64URL.decode(Array(group.private.k.utf8))))
            for vector in group.tests where (signature.payload(of: vector.jws) != nil) != (vector.result == "valid") {
                judgedOtherwise.insert(vector.tcId)
            }
        }

        #expect(judgedOtherwise == Self.judgedOtherwise)
        #expect(file.testGroups.map(\.tests.count).reduce(0, +) == 40)
    }

    @Test("the example of RFC 7515, A.1 is signed by its key, and by no other")
    func rfc7515() throws {
        let example = try example("rfc7515-A.1")
        let jwk = try #require(example.jwk)
        let key = try #require(Base64URL.decode(Array(jwk.k.utf8)))

        let payload = try JSONWebSignature(key: key).payload(of: example.jws)

        #expect(payload.flatMap { JSONReader.value(of: $0) }?.object?["iss"] == .text("joe"))
        #expect(try JSONWebSignature(key: key.dropLast()).payload(of: example.jws) == nil)
    }

    @Test("the unsecured example of RFC 7519, 6.1 is signed by nobody")
    func rfc7519() throws {
        let example = try example("rfc7519-6.1")

        let payload = try JSONWebSignature(key: [1]).payload(of: example.jws)

        #expect(payload == nil)
    }

    @Test("what was signed is read again, whatever its bytes")
    func roundTrip() throws {
        let signature = try JSONWebSignature(key: [1, 2, 3])
        let payloads: [[UInt8]] = [[], [0], [255, 254], Array(0...255), [UInt8](repeating: 7, count: 5000)]

        let read = payloads.map { signature.payload(of: signature.sign($0)) }

        #expect(read == payloads)
    }

    @Test("a signed token beyond 8 KiB is refused, one of exactly 8 KiB is not")
    func length() throws {
        let signature = try JSONWebSignature(key: [1, 2, 3])
        let fixed = signature.sign([]).utf8.count
        let longest = [UInt8](repeating: 32, count: (JSONWebSignature.maximumLength - fixed) * 3 / 4)

        let tokens = [longest, longest + [32]].map { signature.sign($0) }

        #expect(tokens[0].utf8.count == 8192 && tokens[1].utf8.count > 8192)
        #expect(tokens.map { signature.payload(of: $0) != nil } == [true, false])
    }

    private func example(_ id: String) throws -> Example {
        let examples = try Vectors.read("rfc_examples", as: Examples.self)
        return try #require(examples.vectors.first { $0.id == id })
    }
}
