import Application
import Domain

extension Clinic {
    func signIn(_ account: Account, until expiry: Instant, bits: UInt128 = 1) async throws -> Session {
        let session = Session(id: SessionID(bits: bits), account: account.id, startedAt: .dawn, expiresAt: expiry)
        try await storage.write { try await $0.sessions.insert(session) }
        return session
    }

    func findForChange(_ session: Session, at now: Instant) async throws -> Session? {
        try await storage.write { stores in
            try await stores.sessions.findForChange(session.id, account: session.account, at: now)
        }
    }

    func caller(of session: Session, at now: Instant) async throws -> Caller? {
        try await reads.sessions.caller(of: session.id, account: session.account, at: now)
    }
}

extension Account {
    /// A copy with changes.
    func with(_ change: (inout Account) -> Void) -> Account {
        var copy = self
        change(&copy)
        return copy
    }
}
