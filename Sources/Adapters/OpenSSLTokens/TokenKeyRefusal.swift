/// Why a key cannot sign tokens.
public enum TokenKeyRefusal: Error, Equatable, Sendable {
    /// A key of no bytes, with which anybody could sign.
    case empty
    /// The installed libcrypto offers no HMAC with SHA-256 for this key.
    case unsupported
}
