/// What makes an entry of a chain hard to forge: HMAC-SHA-256 (RFC 2104) of its canonical form, 32 bytes.
public struct AuditCode: Hashable, Sendable {
    public let bytes: [UInt8]

    /// - Returns: `nil` for another number of bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == AuditCode.length else { return nil }
        self.bytes = bytes
    }

    private init(zeros: Int) { bytes = [UInt8](repeating: 0, count: zeros) }

    /// - Parameter hexadecimal: 64 digits in lower case.
    public init?(hexadecimal: some StringProtocol) {
        guard let bytes = Hexadecimal.bytes(hexadecimal) else { return nil }
        self.init(bytes)
    }

    /// 64 hexadecimal digits in lower case.
    public var hexadecimal: String { Hexadecimal.text(bytes) }

    /// What stands before the first entry of a chain.
    public static let none = AuditCode(zeros: length)

    /// Bytes of a code.
    public static let length = 32
}
