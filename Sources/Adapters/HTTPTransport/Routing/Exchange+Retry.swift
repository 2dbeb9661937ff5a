package import Application
package import Domain
import HTTPTypes
import NIOCore

/// Requests that may be sent again.
extension Exchange {
    /// The key that the client gave, with the fingerprint of what it asks; `nil` without the header.
    ///
    /// - Throws: `.unreadable` when the key has another form.
    package func retryKey() throws(Failure) -> (key: IdempotencyKey, fingerprint: String)? {
        guard let sent = headers[.idempotencyKey] else { return nil }
        guard let key = IdempotencyKey(sent) else {
            throw .unreadable(
                .malformed("Idempotency-Key must be 1 to \(IdempotencyKey.maximumLength) visible ASCII characters."))
        }
        let asked = Array("\(template)\n\(body.contentType ?? "")\n".utf8) + body.bytes
        return (key, fingerprints.fingerprint(of: asked))
    }

    /// Makes a record once, however often the request is sent with the same key; every time without a key.
    ///
    /// - Parameters:
    ///   - answer: what is answered.
    ///   - make: makes the record, for a request without a key.
    ///   - once: makes it once.
    package func create<Record: Sendable>(
        answer: @escaping @Sendable (Record) -> Answer,
        make: () async throws(Failure) -> Record,
        once: (Retry<Record>) async throws(Failure) -> String
    ) async throws(Failure) -> Answer {
        guard let (key, fingerprint) = try retryKey() else { return answer(try await make()) }
        let retry = Retry<Record>(key: key, fingerprint: fingerprint) { answer($0).kept }
        return Answer(kept: try await once(retry))
    }
}

extension Answer {
    /// The answer as it is kept for repetitions: its entity tag, a line break, its body.
    fileprivate var kept: String { (headers[.eTag] ?? "") + "\n" + String(buffer: body) }

    /// An answer that was kept. Whatever is kept made something.
    fileprivate init(kept: String) {
        let tag = kept.prefix { $0 != "\n" }
        self.init(
            status: .created, headers: [.contentType: "application/json"],
            body: ByteBuffer(substring: kept.dropFirst(tag.count + 1)))
        if !tag.isEmpty { headers[.eTag] = String(tag) }
    }
}

extension HTTPField.Name {
    static let idempotencyKey: HTTPField.Name = {
        guard let name = HTTPField.Name("Idempotency-Key") else { preconditionFailure("This is a token.") }
        return name
    }()
}
