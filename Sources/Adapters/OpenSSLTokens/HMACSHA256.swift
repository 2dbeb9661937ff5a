import COpenSSL

/// Message authentication codes by HMAC with SHA-256 (RFC 2104, FIPS 198-1) under one key.
///
/// Setting a key costs more than authenticating a token, so contexts that have the key are kept and used again.
final class HMACSHA256: Sendable {
    /// Bytes of a code.
    static let length = 32

    private let template: KeyedContext
    private let idle = Guarded<[KeyedContext]>([])

    /// - Throws: `TokenKeyRefusal`.
    init(key: [UInt8]) throws(TokenKeyRefusal) {
        guard !key.isEmpty else { throw .empty }
        guard let template = KeyedContext(key: key) else { throw .unsupported }
        self.template = template
    }

    deinit {
        template.free()
        for context in idle.withLock({ $0 }) { context.free() }
    }

    /// The code of a message.
    func code(of message: some Collection<UInt8>) -> [UInt8] {
        let context = idle.withLock { $0.popLast() } ?? template.copy()
        defer { idle.withLock { $0.append(context) } }
        return context.code(of: Array(message))
    }

    /// Whether the code is that of the message; takes the same time wherever the two differ.
    func isCode(_ code: [UInt8], of message: some Collection<UInt8>) -> Bool {
        guard code.count == HMACSHA256.length else { return false }
        return CRYPTO_memcmp(self.code(of: message), code, HMACSHA256.length) == 0
    }
}

/// A libcrypto context that knows the key.
///
/// Sendable because whoever takes one out of `HMACSHA256.idle` is alone with it, and the template is only copied.
private struct KeyedContext: @unchecked Sendable {
    private let pointer: OpaquePointer

    init?(key: [UInt8]) {
        guard let algorithm = EVP_MAC_fetch(nil, "HMAC", nil) else { return nil }
        defer { EVP_MAC_free(algorithm) }
        guard let pointer = EVP_MAC_CTX_new(algorithm) else { return nil }
        guard KeyedContext.setKey(key, of: pointer) else {
            EVP_MAC_CTX_free(pointer)
            return nil
        }
        self.pointer = pointer
    }

    private init(_ pointer: OpaquePointer) { self.pointer = pointer }

    /// A parameter only points to its name and value. A string passed as an argument is a C string for that one call, so
    /// both are held until the key is set.
    private static func setKey(_ key: [UInt8], of pointer: OpaquePointer) -> Bool {
        var digest = Array("SHA256".utf8CString)
        return OSSL_MAC_PARAM_DIGEST.withCString { name in
            digest.withUnsafeMutableBufferPointer { value in
                let parameters = [
                    OSSL_PARAM_construct_utf8_string(name, value.baseAddress, 0), OSSL_PARAM_construct_end(),
                ]
                return EVP_MAC_init(pointer, key, key.count, parameters) == 1
            }
        }
    }

    func copy() -> KeyedContext {
        guard let copy = EVP_MAC_CTX_dup(pointer) else { preconditionFailure("libcrypto: no memory for a MAC context") }
        return KeyedContext(copy)
    }

    func free() { EVP_MAC_CTX_free(pointer) }

    func code(of message: [UInt8]) -> [UInt8] {
        let code = [UInt8](unsafeUninitializedCapacity: HMACSHA256.length) { buffer, count in
            let succeeded =
                EVP_MAC_init(pointer, nil, 0, nil) == 1
                && EVP_MAC_update(pointer, message, message.count) == 1
                && EVP_MAC_final(pointer, buffer.baseAddress, &count, buffer.count) == 1
            if !succeeded { count = 0 }
        }
        // An empty or short code must never be compared or sent.
        guard code.count == HMACSHA256.length else { preconditionFailure("libcrypto: HMAC-SHA-256 failed") }
        return code
    }
}
