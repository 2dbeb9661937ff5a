import COpenSSL

/// A certificate for `localhost` that vouches for itself, with its key, both in PEM.
public struct TestCertificate: Sendable {
    struct NotMade: Error {}

    public let certificate: [UInt8]
    public let key: [UInt8]

    /// - Parameters:
    ///   - beginsIn: seconds from now to its beginning; negative for one that has begun.
    ///   - endsIn: seconds from now to its end.
    public init(beginsIn: Int = -60, endsIn: Int = 86_400) throws {
        let pair = try Self.freshKey()
        defer { EVP_PKEY_free(pair) }
        guard let made = X509_new() else { throw NotMade() }
        defer { X509_free(made) }
        X509_set_version(made, 2)
        ASN1_INTEGER_set(X509_get_serialNumber(made), 1)
        X509_gmtime_adj(X509_getm_notBefore(made), beginsIn)
        X509_gmtime_adj(X509_getm_notAfter(made), endsIn)
        let name = X509_get_subject_name(made)
        let host = Array("localhost".utf8)
        X509_NAME_add_entry_by_txt(name, "CN", 0x1000 | 1, host, Int32(host.count), -1, 0)
        X509_set_issuer_name(made, name)
        X509_set_pubkey(made, pair)
        guard X509_sign(made, pair, EVP_sha256()) > 0 else { throw NotMade() }
        certificate = try Self.pem { PEM_write_bio_X509($0, made) }
        key = try Self.pem { PEM_write_bio_PrivateKey($0, pair, nil, nil, 0, nil, nil) }
    }

    /// The key as it can be read with a passphrase alone.
    public func encryptedKey(_ passphrase: String) throws -> [UInt8] {
        guard let bio = BIO_new_mem_buf(key, Int32(key.count)) else { throw NotMade() }
        defer { BIO_free(bio) }
        guard let pair = PEM_read_bio_PrivateKey(bio, nil, nil, nil) else { throw NotMade() }
        defer { EVP_PKEY_free(pair) }
        let secret = Array(passphrase.utf8)
        return try Self.pem {
            PEM_write_bio_PKCS8PrivateKey(
                $0, pair, EVP_aes_256_cbc(), secret.map { CChar(bitPattern: $0) }, Int32(secret.count), nil, nil)
        }
    }

    /// On the curve P-256.
    private static func freshKey() throws -> OpaquePointer {
        guard let context = EVP_PKEY_CTX_new_from_name(nil, "EC", nil) else { throw NotMade() }
        defer { EVP_PKEY_CTX_free(context) }
        var pair: OpaquePointer?
        guard EVP_PKEY_keygen_init(context) > 0, EVP_PKEY_CTX_set_group_name(context, "P-256") > 0,
            EVP_PKEY_generate(context, &pair) > 0, let pair
        else { throw NotMade() }
        return pair
    }

    private static func pem(_ write: (OpaquePointer) -> Int32) throws -> [UInt8] {
        guard let bio = BIO_new(BIO_s_mem()) else { throw NotMade() }
        defer { BIO_free(bio) }
        guard write(bio) > 0 else { throw NotMade() }
        var text = [UInt8](repeating: 0, count: 8_192)
        let count = BIO_read(bio, &text, Int32(text.count))
        guard count > 0 else { throw NotMade() }
        return Array(text.prefix(Int(count)))
    }
}
