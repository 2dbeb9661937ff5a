/// Six digits that an authenticator shows. Prints as `***`.
public struct OneTimeCode: Equatable, Sendable, CustomStringConvertible, CustomDebugStringConvertible,
    CustomReflectable
{
    /// Digits of a code.
    public static let length = 6

    let number: UInt32

    /// Reads a code as somebody typed it, perhaps in two groups.
    ///
    /// - Returns: `nil` for anything but six digits from 0 to 9 and spaces.
    public init?(_ raw: String) {
        let digits = raw.unicodeScalars.filter { !$0.isSpace }
        guard digits.count == OneTimeCode.length, digits.allSatisfy(\.isASCIIDigit) else { return nil }
        number = digits.reduce(0) { $0 * 10 + ($1.value - 0x30) }
    }

    /// The code of an authentication code of 20 bytes (RFC 4226, 5.3).
    public init(mac: [UInt8]) {
        let offset = Int((mac.last ?? 0) & 0xF)
        let bytes = mac.dropFirst(offset).prefix(4)
        number = (bytes.reduce(0 as UInt32) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF) % 1_000_000
    }

    /// The six digits.
    public var text: String {
        let digits = String(number)
        return String(repeating: "0", count: OneTimeCode.length - digits.utf8.count) + digits
    }

    public var description: String { "***" }
    public var debugDescription: String { "***" }
    public var customMirror: Mirror { Mirror(self, children: [:]) }
}
