import Application
import Domain
import Testing

@testable import OpenSSLTokens

@Suite("The seal of the audit trail")
struct OpenSSLAuditSealTests {
    private let check = OpenSSLSignatureCheck()

    @Test("codes and signatures are what another program makes of the same secret")
    func vectors() throws {
        let seal = try OpenSSLAuditSeal(secret: "a key for tests that is long enough")

        let signature = seal.signature(of: Array("head".utf8))

        #expect(seal.publicKey == bytes(hex: "564671a6f7793d887709fff5ba11fdbde5d56b94adeca0c3e0a6d04695887996"))
        #expect(
            signature
                == bytes(
                    hex: "934ce9cd676d8b5b11589587b945d1121a21595d757731fa61289bdcec12c7f2"
                        + "9f23876882c17872f7f8b2b9dc049fbad905327bcf6b3df5a534ceb8a9595100"))
        #expect(
            seal.code(of: Array("chain".utf8)).hexadecimal
                == "0999d872db7cb183ea03d999879463e0a53d161b35105426521c8da6386bce81")
    }

    @Test("the first example of RFC 8032 signs as it says")
    func rfc8032() {
        let key = Ed25519Key(seed: bytes(hex: "9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60"))

        #expect(key.publicKey == bytes(hex: "d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a"))
        #expect(
            key.signature(of: [])
                == bytes(
                    hex: "e5564300c360ac729086e2cc806e828a84877f1eb8e5d974d873e065224901555"
                        + "fb8821590a33bacc61e39701cf9b46bd25bf5f0595bbe24655141438e7a100b"))
    }

    @Test("a signature is good for its bytes and its key only")
    func judged() throws {
        let seal = try OpenSSLAuditSeal(secret: "one")
        let other = try OpenSSLAuditSeal(secret: "another")
        let signature = seal.signature(of: [1, 2, 3])
        var bent = signature
        bent[0] ^= 1

        let judged = [
            check.isSignature(signature, of: [1, 2, 3], by: seal.publicKey),
            check.isSignature(signature, of: [1, 2], by: seal.publicKey),
            check.isSignature(bent, of: [1, 2, 3], by: seal.publicKey),
            check.isSignature(signature, of: [1, 2, 3], by: other.publicKey),
            check.isSignature(signature, of: [1, 2, 3], by: [1]),
            check.isSignature([], of: [1, 2, 3], by: seal.publicKey),
        ]

        #expect(judged == [true, false, false, false, false, false])
    }

    @Test("digests are SHA-256")
    func digest() {
        let digest = check.digest(of: Array("abc".utf8))

        #expect(digest.hexadecimal == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
    }

    @Test("an empty secret makes no seal")
    func empty() {
        #expect(throws: TokenKeyRefusal.empty) { try OpenSSLAuditSeal(secret: "") }
    }
}
