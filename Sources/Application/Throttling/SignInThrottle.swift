import Domain

/// Counts failed attempts to prove who one is, by passwords and by codes, and refuses further ones.
struct SignInThrottle: Sendable {
    let rules: ThrottleRules
    let fingerprints: any RequestFingerprints

    /// An attempt on an account, which need not exist.
    ///
    /// - Parameter username: as somebody typed it; it may be a password by mistake, so only a fingerprint is kept.
    func attempt(on username: String, from origin: RequestOrigin) -> SignInAttempt {
        let name = Username.key(of: username.trimmed)
        let network = origin.address.map { ClientNetwork(of: $0).text }
        let texts: [ThrottleRules.Scope: String] = [
            .accountFromNetwork: "from network\n\(network ?? "")\n\(name)", .account: "account\n\(name)",
        ]
        let tallies = ThrottleRules.Scope.allCases.compactMap { scope -> SignInAttempt.Counted? in
            let text = scope == .network ? network.map { "network\n\($0)" } : texts[scope]
            let limits = rules.limits(of: scope)
            guard let text, !limits.isEmpty else { return nil }
            return SignInAttempt.Counted(scope: scope, key: key(text), limits: limits)
        }
        let known = tallies.contains { $0.scope == .account } ? key("known\n\(network ?? "")\n\(name)") : nil
        return SignInAttempt(tallies: tallies, knownNetwork: known)
    }

    private func key(_ text: String) -> ThrottleKey {
        ThrottleKey(fingerprints.fingerprint(of: Array("sign-in\n\(text)".utf8)))
    }
}
