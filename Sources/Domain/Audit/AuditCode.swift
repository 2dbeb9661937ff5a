/// What makes an entry of a chain hard to forge: HMAC-SHA-256 (RFC 2104) of its canonical form, 32 bytes.
public struct AuditCode: Hashable, Sendable {
    public let bytes: [UInt8]

    /// - Returns: `nil` for another number of bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == AuditCode.length else { return nil }
        self.bytes = bytes
    }

    private init(zeros: Int) { bytes = [UInt8](repeating: 0, count: zeros) }

    /// What stands before the first entry of a chain.
    public static let none = AuditCode(zeros: length)

    /// Bytes of a code.
    public static let length = 32
}
