/// The part of the network that one client can be taken to have for itself: an address of version 4, and of version 6
/// the 64 bits that a site gets at least (RFC 6177). However it is written, it is the same network.
public struct ClientNetwork: Hashable, Sendable {
    private let bits: InternetAddress.Bits

    /// The network in which an address lies.
    public init(of address: ClientAddress) { bits = address.bits.prefix(address.bits.isVersion4 ? 32 : 64) }

    /// Another text for each network.
    public var text: String { (bits.isVersion4 ? "4 " : "6 ") + String(bits.number, radix: 16) }
}
