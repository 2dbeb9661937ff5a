public import Domain

/// Takes an account's second factor away for who lost it, and ends the account's sessions; for the command line, where
/// nobody is signed in.
public struct ResetSecondFactor: Sendable {
    let storage: any Storage
    let clock: any WallClock

    public init(storage: any Storage, clock: any WallClock) {
        self.storage = storage
        self.clock = clock
    }

    /// - Parameter username: as it was registered; the case counts.
    /// - Throws: `.notFound(.account)`; `.conflict(.secondFactorAbsent)`.
    public func callAsFunction(username: String) async throws(Failure) {
        guard let known = try await storage.reads.accounts.credentials(of: username.trimmed) else {
            throw .notFound(.account)
        }
        let (id, now) = (known.account.id, clock.now())
        try await storage.transaction { stores throws(Failure) in
            try await stores.resetSecondFactor(
                of: id, noting: AuditEvent(.secondFactorRemoved, from: .unknown, at: now, on: AuditSubject(id)))
        }
    }
}

extension Stores {
    /// Takes an account's second factor away, and ends its sessions.
    ///
    /// - Throws: `.notFound(.account)`; `.conflict(.secondFactorAbsent)`.
    func resetSecondFactor(of id: AccountID, noting event: AuditEvent) async throws(Failure) {
        guard let present = try await accounts.credentialsForChange(id) else { throw .notFound(.account) }
        guard present.hasSecondFactor else { throw .conflict(.secondFactorAbsent) }
        try await secondFactors.remove(of: id)
        try await audit.record(event)
        try await sessions.endAll(of: id, except: nil, at: event.at)
    }
}
