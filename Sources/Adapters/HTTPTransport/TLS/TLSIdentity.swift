public import Domain
import NIOSSL

/// A certificate, those that vouch for it, and its key.
public struct TLSIdentity: Equatable, Sendable {
    /// Why a certificate and a key cannot be used.
    public enum Refusal: Error, Equatable {
        case noCertificate
        /// There is no key, or it needs a passphrase.
        case noKey
        /// The key is another certificate's, or of a kind that TLS does not use.
        case keyOfAnother
    }

    /// The certificate is good from here …
    public let validFrom: Instant
    /// … to here.
    public let validTo: Instant
    let context: NIOSSLContext
    private let chain: [NIOSSLCertificate]
    private let key: NIOSSLPrivateKey

    /// - Parameters:
    ///   - certificate: the certificate and then its issuers', in PEM (RFC 7468).
    ///   - key: its private key, in PEM and not encrypted.
    /// - Throws: `Refusal`. Whether the certificate is good by now, or known to anybody, is not looked at.
    public init(certificate: [UInt8], key: [UInt8]) throws(Refusal) {
        guard let chain = try? NIOSSLCertificate.fromPEMBytes(certificate), let own = chain.first else {
            throw .noCertificate
        }
        // Without a callback the library would ask for a passphrase on the terminal.
        guard let key = try? NIOSSLPrivateKey(bytes: key, format: .pem, passphraseCallback: { $0([UInt8]()) }) else {
            throw .noKey
        }
        guard let context = try? NIOSSLContext(configuration: TLSIdentity.configuration(chain, key)) else {
            throw .keyOfAnother
        }
        self.chain = chain
        self.key = key
        self.context = context
        validFrom = Instant(microseconds: 0).adding(seconds: Int64(own.notValidBefore))
        validTo = Instant(microseconds: 0).adding(seconds: Int64(own.notValidAfter))
    }

    public static func == (left: TLSIdentity, right: TLSIdentity) -> Bool {
        left.chain == right.chain && left.key == right.key
    }

    /// TLS 1.2 with forward secrecy and authenticated encryption alone (RFC 9325, 4.2), and TLS 1.3, which has no others.
    private static func configuration(_ chain: [NIOSSLCertificate], _ key: NIOSSLPrivateKey) -> TLSConfiguration {
        var configuration = TLSConfiguration.makeServerConfiguration(
            certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(key))
        configuration.minimumTLSVersion = .tlsv12
        configuration.cipherSuiteValues = [
            .TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256, .TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256,
            .TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384, .TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384,
            .TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256, .TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256,
        ]
        configuration.applicationProtocols = ["h2", "http/1.1"]
        return configuration
    }
}
