import Domain
import Foundation
import HTTPTransport

/// Where the certificate and its key lie.
struct TLSFiles: Equatable, Sendable {
    let certificate: String
    let key: String

    /// - Throws: `StartFailure`, which names the file and says what to do.
    func read(at now: Instant) throws(StartFailure) -> TLSIdentity {
        let certificateText = try TLSFiles.bytes(of: certificate, "TLS_CERTIFICATE")
        let keyText = try TLSFiles.bytes(of: key, "TLS_KEY")
        let identity: TLSIdentity
        do throws(TLSIdentity.Refusal) {
            identity = try TLSIdentity(certificate: certificateText, key: keyText)
        } catch {
            throw StartFailure(text(of: error))
        }
        guard now < identity.validTo else {
            throw StartFailure(
                "TLS_CERTIFICATE: the certificate in \(certificate) ended on \(identity.validTo.day). Renew it.")
        }
        guard identity.validFrom <= now else {
            throw StartFailure(
                "TLS_CERTIFICATE: the certificate in \(certificate) begins on \(identity.validFrom.day). Is the clock right?"
            )
        }
        return identity
    }

    private func text(of refusal: TLSIdentity.Refusal) -> String {
        switch refusal {
        case .noCertificate:
            "TLS_CERTIFICATE: \(certificate) holds no certificate in PEM, which begins with -----BEGIN CERTIFICATE-----."
        case .noKey:
            "TLS_KEY: \(key) holds no private key in PEM that can be read without a passphrase. Remove it with: openssl pkey -in \(key)"
        case .keyOfAnother:
            "TLS_KEY: the key in \(key) does not belong to the certificate in \(certificate), or is of a kind that TLS does not use."
        }
    }

    private static func bytes(of path: String, _ setting: String) throws(StartFailure) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: URL(fileURLWithPath: path)))
        } catch {
            let isThere = FileManager.default.fileExists(atPath: path)
            throw StartFailure("\(setting): the file \(path) \(isThere ? "may not be read" : "is not there").")
        }
    }
}

extension Instant {
    /// The day as people write it, by UTC.
    var day: String {
        let date = self.date
        let parts = [date.month, date.day].map { $0 < 10 ? "0\($0)" : "\($0)" }
        return "\(date.year)-\(parts[0])-\(parts[1])"
    }
}
