import Domain
import TestCertificates
import Testing

@testable import HTTPTransport

@Suite("Certificates")
struct TLSIdentityTests {
    @Test("a certificate and its key are taken, and tell from when to when they are good")
    func good() throws {
        let made = try TestCertificate(beginsIn: -3_600, endsIn: 3_600)

        let identity = try TLSIdentity(certificate: made.certificate, key: made.key)

        #expect(identity.validTo.seconds - identity.validFrom.seconds == 7_200)
        #expect(try identity == TLSIdentity(certificate: made.certificate, key: made.key))
    }

    @Test("what is no certificate, no key, or another certificate's key is refused for what it is")
    func refused() throws {
        let (one, other) = (try TestCertificate(), try TestCertificate())
        let encrypted = try one.encryptedKey("open sesame")
        let tries: [([UInt8], [UInt8], TLSIdentity.Refusal)] = [
            ([], one.key, .noCertificate), (one.key, one.key, .noCertificate),
            (Array("-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n".utf8), one.key, .noCertificate),
            (one.certificate, [], .noKey), (one.certificate, one.certificate, .noKey),
            (one.certificate, encrypted, .noKey),
            (one.certificate, other.key, .keyOfAnother),
        ]

        let refusals = tries.map { certificate, key, _ in refusal(certificate, key) }

        #expect(refusals == tries.map(\.2))
    }

    private func refusal(_ certificate: [UInt8], _ key: [UInt8]) -> TLSIdentity.Refusal? {
        do throws(TLSIdentity.Refusal) {
            _ = try TLSIdentity(certificate: certificate, key: key)
            return nil
        } catch {
            return error
        }
    }
}
