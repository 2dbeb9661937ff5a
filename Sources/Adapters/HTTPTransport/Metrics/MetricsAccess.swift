import Domain
import HTTPTypes

/// Who may read the server's numbers: a program on this machine, or whoever brings the token.
///
/// A proxy on this machine asks from a loopback address for everybody, so a request is not from this machine when it
/// says that somebody passed it on, nor when loopback addresses are where trusted proxies are.
struct MetricsAccess: Sendable {
    /// `nil` lets nobody in by a token.
    var token: String?
    var proxies = TrustedProxies()

    private static let loopback = ["127.0.0.0/8", "::1"].compactMap { AddressRange($0) }

    /// - Parameter client: where the request comes from, as far as proxies are believed.
    /// - Throws: `.notSignedIn` when a token would help, `.notAllowed` when nothing would.
    func expectAdmission(of client: ClientAddress?, _ headers: HTTPFields) throws(Failure) {
        if isFromThisMachine(client, headers) || hasToken(headers) { return }
        throw token == nil ? .notAllowed : .notSignedIn(.noCredentials)
    }

    private func isFromThisMachine(_ client: ClientAddress?, _ headers: HTTPFields) -> Bool {
        guard let client, MetricsAccess.loopback.contains(where: { $0.contains(client) }) else { return false }
        return !proxies.isTrusted(client) && !ForwardedChain.isForwarded(headers)
    }

    private func hasToken(_ headers: HTTPFields) -> Bool {
        guard let token, case .token(let text) = BearerCredentials(header: headers[one: .authorization]) else {
            return false
        }
        return text.isSecret(token)
    }
}
