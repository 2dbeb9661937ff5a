/// The address of a client in the Internet protocol, version 4 or 6, as text.
public struct ClientAddress: Hashable, Sendable {
    public let text: String
    let bits: InternetAddress.Bits

    /// - Returns: `nil` for text that is no address.
    public init?(_ text: String) {
        guard let bits = InternetAddress.bits(text[...]) else { return nil }
        self.text = text
        self.bits = bits
    }

    /// Whether both texts mean the same address.
    public func isSame(as other: ClientAddress) -> Bool { bits == other.bits }
}
