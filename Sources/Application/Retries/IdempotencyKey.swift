/// The name that a client gave to a request which it may send again, such as a UUID; 1 to 255 visible ASCII characters.
///
/// The header `Idempotency-Key` is described by an Internet-Draft, draft-ietf-httpapi-idempotency-key-header.
public struct IdempotencyKey: Hashable, Sendable {
    public static let maximumLength = 255

    public let text: String

    /// `nil` when the text is empty, too long, or has other characters.
    public init?(_ text: String) {
        let bytes = text.utf8
        guard (1...IdempotencyKey.maximumLength).contains(bytes.count), bytes.allSatisfy({ (0x21...0x7E).contains($0) })
        else { return nil }
        self.text = text
    }
}
