/// Makes short texts that tell requests apart.
public protocol RequestFingerprints: Sendable {
    /// The same for the same bytes, another one for any others, and of no use to who wants to guess the bytes: a request
    /// may hold a password.
    func fingerprint(of bytes: [UInt8]) -> String
}
