import Application
import Domain
import OpenSSLTokens

extension AuditChains {
    /// Chains under the key of `AuditSeal.forTests`.
    static func forTests() throws -> AuditChains {
        AuditChains(seal: try OpenSSLAuditSeal.forTests(), random: OpenSSLRandomSource(), clock: DawnClock())
    }
}

extension OpenSSLAuditSeal {
    static func forTests() throws -> OpenSSLAuditSeal {
        try OpenSSLAuditSeal(secret: "a key for tests that is long enough")
    }
}

/// A clock that stands still.
struct DawnClock: WallClock {
    func now() -> Instant { .dawn }
}
