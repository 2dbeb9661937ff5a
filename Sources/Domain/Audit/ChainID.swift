/// Names a chain of the audit trail, or a process that keeps chains: 32 hexadecimal digits in lower case, made from 128
/// random bits.
public struct ChainID: Hashable, Comparable, Sendable {
    public let text: String

    /// A name that was kept; it is not looked at.
    public init(stored: String) { text = stored }

    /// The name made of these random bits.
    public init(bits: UInt128) { text = SessionID(bits: bits).text }

    /// - Returns: `nil` for text of another form.
    public init?(_ text: some StringProtocol) {
        guard text.utf8.count == 32, Hexadecimal.bytes(text) != nil else { return nil }
        self.text = String(text)
    }

    public static func < (left: ChainID, right: ChainID) -> Bool {
        left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }
}
