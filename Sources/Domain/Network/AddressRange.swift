/// Addresses that begin with the same bits, written as one address or in CIDR notation (RFC 4632), such as `10.0.0.0/8`.
public struct AddressRange: Equatable, Sendable {
    private let start: InternetAddress.Bits
    private let length: Int

    /// - Returns: `nil` for text of another form, for a length beyond that of the address, and when the address has
    ///   bits beyond the length, which is most likely a slip.
    public init?(_ text: String) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let start = parts.first.flatMap({ InternetAddress.bits($0) }), parts.count <= 2 else { return nil }
        let length = parts.count == 2 ? Int(parts[1]) : start.width
        guard let length, (0...start.width).contains(length), start.prefix(length) == start else { return nil }
        self.start = start
        self.length = length
    }

    /// Whether an address begins with these bits, whichever way it is written.
    public func contains(_ address: ClientAddress) -> Bool {
        address.bits.isVersion4 == start.isVersion4 && address.bits.prefix(length) == start
    }
}
