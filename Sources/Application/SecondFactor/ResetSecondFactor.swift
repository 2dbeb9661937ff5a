public import Domain

/// Takes an account's second factor away for who lost it, and ends the account's sessions; reachable from the command
/// line only.
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
            guard try await stores.accounts.credentialsForChange(id)?.hasSecondFactor == true else {
                throw .conflict(.secondFactorAbsent)
            }
            try await stores.secondFactors.remove(of: id)
            try await stores.audit.record(
                AuditEvent(.secondFactorRemoved, from: .unknown, at: now, on: AuditSubject(id)))
            try await stores.sessions.endAll(of: id, except: nil, at: now)
        }
    }
}
