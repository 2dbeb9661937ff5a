/// What an authenticator and the server share, and make codes from: 160 bits, as RFC 4226, 4 (R6) asks for. Prints as `***`.
public struct OneTimeSecret: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// Bytes of a secret.
    public static let length = 20

    public let bytes: [UInt8]

    /// - Returns: `nil` for another number of bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == OneTimeSecret.length else { return nil }
        self.bytes = bytes
    }

    /// The secret made of 160 of these random bits.
    public init(bits: UInt128, more: UInt128) {
        let all = [bits, more].flatMap { bits in (0..<16).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) } }
        bytes = Array(all.prefix(OneTimeSecret.length))
    }

    /// The secret as people type it into an authenticator: 32 characters of base32.
    public var base32: String { Base32.encode(bytes) }

    /// The address that authenticators read from a picture, of the form that they have agreed upon.
    ///
    /// - Parameter username: what the authenticator shows beside the codes.
    public func address(of username: Username, issuer: String = "Clinic") -> String {
        let label = "\(issuer):\(username.text.percentEncoded)"
        return "otpauth://totp/\(label)?secret=\(base32)&issuer=\(issuer)&algorithm=SHA1"
            + "&digits=\(OneTimeCode.length)&period=\(TimeStep.seconds)"
    }

    public var description: String { "***" }
    public var debugDescription: String { "***" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}

extension String {
    /// Everything but what never needs it (RFC 3986, 2.3) as `%` and two digits.
    fileprivate var percentEncoded: String {
        utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            if scalar.isASCIILetterOrDigit || "-._~".utf8.contains(byte) { return String(scalar) }
            return (byte < 16 ? "%0" : "%") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
