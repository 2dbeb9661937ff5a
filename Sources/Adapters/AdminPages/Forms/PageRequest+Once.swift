import Application
import Domain
import HTTPTransport

/// Forms that make a record. Each has a name of its own, made when it is shown, so that a second click, a form that is sent
/// again or a broken connection leads to the record that was made, and makes no other (docs/decisions/0014 and 0028).
extension PageRequest {
    /// What the name of a form is called in it.
    static let formKeyName = "form_key"

    /// The name that the form came with; a new one for a form that is shown for the first time.
    var formKey: String { form[PageRequest.formKeyName] ?? newFormKey }

    /// A name that no form had before.
    var newFormKey: String { visit.settings.random.sessionID().text }

    /// Makes a record, once for each form.
    ///
    /// - Parameters:
    ///   - number: the record's, which leads to it later.
    ///   - make: makes it, or finds what was kept of the first time.
    /// - Returns: the number of the record that this form made, now or before.
    /// - Throws: `.retried(.otherRequest)` for a form that made one with other entries.
    func once<Record: Sendable>(
        _ number: @escaping @Sendable (Record) -> Int64,
        _ make: (Retry<Record>) async throws(Failure) -> String
    ) async throws(Failure) -> Int64 {
        // The API's keys of the same account are others.
        let sent = IdempotencyKey("form-\(formKey)")
        guard let key = sent ?? IdempotencyKey("form-\(newFormKey)") else { throw .retried(.otherRequest) }
        let retry = Retry<Record>(key: key, fingerprint: formFingerprint) { String(number($0)) }
        let kept = try await patiently(retry, make)
        guard let number = Int64(kept) else { throw .retried(.otherRequest) }
        return number
    }

    /// Waits for the same form, sent a moment ago, to come to its end.
    private func patiently<Record: Sendable>(
        _ retry: Retry<Record>, _ make: (Retry<Record>) async throws(Failure) -> String
    ) async throws(Failure) -> String {
        for _ in 0..<20 {
            do throws(Failure) {
                return try await make(retry)
            } catch .retried(.stillRunning) {
                await visit.settings.pause()
            }
        }
        return try await make(retry)
    }

    /// Of all entries; the session may be another one.
    private var formFingerprint: String {
        let entries = form.filter { $0.name != "csrf" && $0.name != PageRequest.formKeyName }
        return exchange.fingerprints.fingerprint(of: Array("\(address.path)\n\(Address.encoded(entries))".utf8))
    }
}
