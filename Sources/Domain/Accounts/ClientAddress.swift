/// The address of a client in the Internet protocol, version 4 or 6, as text.
public struct ClientAddress: Hashable, Sendable {
    public let text: String

    /// - Returns: `nil` for text that is no address.
    public init?(_ text: String) {
        guard InternetAddress.isAddress(text[...]) else { return nil }
        self.text = text
    }
}
