/// What an account's holder writes down to sign in, once, without the authenticator: 120 random bits. Prints as `***`.
public struct RecoveryCode: Hashable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// So many are given out together.
    public static let count = 10
    private static let length = 24

    /// 24 characters of base32 without gaps; what is compared.
    public let key: String

    /// The code made of 120 of these random bits.
    public init(bits: UInt128) {
        key = Base32.encode((0..<15).map { UInt8(truncatingIfNeeded: bits >> (8 * $0)) })
    }

    /// Reads a code as somebody typed it: in any case, with or without the hyphens, or with spaces.
    ///
    /// - Returns: `nil` for text that no code has.
    public init?(_ raw: String) {
        var text = String.UnicodeScalarView()
        text.append(contentsOf: raw.unicodeScalars.filter { !$0.isSpace && $0 != "-" })
        let key = String(text).uppercased()
        guard key.utf8.count == RecoveryCode.length, Base32.isText(key) else { return nil }
        self.key = key
    }

    /// The code as it is shown: six groups of four characters.
    public var text: String {
        let characters = Array(key)
        return stride(from: 0, to: characters.count, by: 4).map {
            String(characters[$0..<min($0 + 4, characters.count)])
        }
        .joined(separator: "-")
    }

    public var description: String { "***" }
    public var debugDescription: String { "***" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
