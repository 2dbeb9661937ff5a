import Application
import Domain
import OpenSSLTokens

extension Configuration {
    /// What authenticates the audit trail.
    func auditSeal() throws -> OpenSSLAuditSeal {
        try OpenSSLAuditSeal(secret: try (auditKey ?? signingKey()).text)
    }

    /// What the audit trail is checked with: the present seal and those of before.
    func auditKeys(_ present: OpenSSLAuditSeal) throws -> AuditKeys {
        let former = try formerAuditKeys.map { try OpenSSLAuditSeal(secret: $0.text) }
        return AuditKeys(seals: [present] + former, signatures: OpenSSLSignatureCheck())
    }
}

extension SignAuditHead {
    /// Signs what a process notes in a database.
    convenience init(_ database: any Database, _ chains: AuditChains, _ seal: any AuditSeal) {
        self.init(
            storage: database, chains: chains, seal: seal, signatures: OpenSSLSignatureCheck(), clock: SystemClock())
    }
}

extension AuditChains {
    /// Chains under a key.
    convenience init(_ seal: any AuditSeal) {
        self.init(seal: seal, random: OpenSSLRandomSource(), clock: SystemClock())
    }

    /// For those who open a database and note nothing: a key that nobody has.
    static func ofNobody() throws -> AuditChains {
        AuditChains(try OpenSSLAuditSeal(secret: OpenSSLRandomSource().sessionID().text))
    }
}
