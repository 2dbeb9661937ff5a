/// A hash by Argon2 with everything that is needed to compute it again.
struct Argon2Hash: Equatable, Sendable {
    var variant = Variant.argon2id
    var version = Version.current
    var parameters: Argon2Parameters
    var salt: [UInt8]
    var tag: [UInt8]

    /// Bytes of the salts and tags that we make.
    static let saltLength = 16
    static let tagLength = 32

    /// The variants that are read; only `argon2id` is written.
    enum Variant: String, CaseIterable, Sendable {
        case argon2i, argon2id
    }

    /// The versions that are read; only the current one is written.
    enum Version: UInt32, CaseIterable, Sendable {
        /// 1.0, of 2015; strings of its time name no version.
        case first = 0x10
        /// 1.3, that of RFC 9106.
        case current = 0x13
    }
}
