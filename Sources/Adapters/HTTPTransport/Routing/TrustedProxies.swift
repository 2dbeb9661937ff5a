public import Domain
import HTTPTypes

/// The proxies between clients and the server: what they say about where a request comes from is believed.
///
/// Each proxy adds the address that it sees behind those that were sent to it, so all but what the last trusted one added
/// may be made up. Both headers are asked, `X-Forwarded-For` and `Forwarded` (RFC 7239); a proxy that writes one lets the
/// other pass as the client sent it, so where they disagree neither is believed.
public struct TrustedProxies: Equatable, Sendable {
    private let ranges: [AddressRange]

    /// - Parameter ranges: where the proxies are; none at all believes nobody.
    public init(_ ranges: [AddressRange] = []) { self.ranges = ranges }

    /// Where the client of a request is.
    ///
    /// - Parameter peer: the other end of the connection.
    func client(behind peer: ClientAddress?, _ headers: HTTPFields) -> ClientAddress? {
        guard let peer, isTrusted(peer) else { return peer }
        let chains = [ForwardedChain.commonHeader(headers), ForwardedChain.standardHeader(headers)]
        let clients = chains.compactMap(\.self).map { client(behind: peer, $0) }
        guard let first = clients.first, clients.allSatisfy({ $0.isSame(as: first) }) else { return peer }
        return first
    }

    /// The last address that is not a proxy's; what cannot be read hides what stands before it.
    private func client(behind peer: ClientAddress, _ chain: [String]) -> ClientAddress {
        var client = peer
        for node in chain.reversed() {
            guard let address = ForwardedChain.address(of: node) else { return client }
            client = address
            guard isTrusted(address) else { return client }
        }
        return client
    }

    /// Whether a proxy says that its client speaks TLS with it: by `X-Forwarded-Proto`, or `proto` of `Forwarded`, of
    /// which the last element is the nearest proxy's own.
    func sayTLS(behind peer: ClientAddress?, _ headers: HTTPFields) -> Bool {
        guard let peer, isTrusted(peer) else { return false }
        return ForwardedChain.lastScheme(headers)?.lowercased() == "https"
    }

    func isTrusted(_ address: ClientAddress) -> Bool { ranges.contains { $0.contains(address) } }
}
