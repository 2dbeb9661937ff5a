import Domain

/// One attempt to prove who one is, and what is counted of it.
struct SignInAttempt: Sendable {
    struct Counted: Sendable {
        let scope: ThrottleRules.Scope
        let key: ThrottleKey
        let limits: [FailureLimit]
    }

    let tallies: [Counted]
    /// Under which it is kept that the account has signed in from this network; `nil` where that makes no difference.
    let knownNetwork: ThrottleKey?

    private var keys: [ThrottleKey] { (tallies.map(\.key) + [knownNetwork].compactMap(\.self)).sorted() }

    /// - Throws: `.throttled` when there were too many failures already. For names without an account as for others.
    func expectAllowed(by throttle: any ThrottleReader, at now: Instant) async throws(Failure) {
        guard !tallies.isEmpty else { return }
        let kept = try await throttle.tallies(of: keys, at: now)
        if let seconds = wait(kept, at: now) { throw .throttled(seconds: seconds) }
    }

    /// Counts the attempt as failed.
    ///
    /// - Returns: what to answer: `failure`, or `.throttled` when it was one too many, whatever it tried.
    func failed(_ failure: Failure, in throttle: any ThrottleStore, at now: Instant) async throws(Failure) -> Failure {
        guard !tallies.isEmpty else { return failure }
        let kept = try await throttle.talliesForChange(of: keys, at: now)
        if let seconds = wait(kept, at: now) { return .throttled(seconds: seconds) }
        for counted in relevant(kept) {
            var tally = kept[counted.key] ?? FailureTally()
            _ = tally.note(at: now, under: counted.limits)
            let longest = counted.limits.map(\.seconds).max() ?? 0
            try await throttle.keep(tally, under: counted.key, until: now.adding(seconds: longest))
        }
        try await throttle.tidy(at: now)
        return failure
    }

    /// The same in a transaction of its own, in which it is noted in the audit trail, too.
    func failed(
        _ failure: Failure, in storage: any Storage, noting event: AuditEvent
    ) async throws(Failure) -> Failure {
        try await storage.transaction { stores throws(Failure) in
            try await failed(failure, in: stores, noting: event)
        }
    }

    /// The same in a transaction that goes on.
    func failed(
        _ failure: Failure, in stores: Stores, noting event: AuditEvent
    ) async throws(Failure) -> Failure {
        try await stores.audit.record(event.ended(.refused))
        return try await failed(failure, in: stores.throttle, at: event.at)
    }

    /// As `expectAllowed`; that it is not allowed is noted in the audit trail. Nobody is known yet.
    func expectAllowed(
        in storage: any Storage, from origin: RequestOrigin, at now: Instant
    ) async throws(Failure) {
        do throws(Failure) {
            try await expectAllowed(by: storage.reads.throttle, at: now)
        } catch {
            if case .throttled = error {
                try await storage.audit.record(AuditEvent(.signInThrottled, from: origin, at: now).ended(.refused))
            }
            throw error
        }
    }

    /// Notes that the account's holder has signed in from here: what failed from here before counts no more.
    func succeeded(in throttle: any ThrottleStore, at now: Instant) async throws(Failure) {
        for counted in tallies where counted.scope == .accountFromNetwork { try await throttle.forget(counted.key) }
        guard let knownNetwork else { return }
        let expiry = now.adding(seconds: ThrottleRules.knownNetworkSeconds)
        try await throttle.keep(FailureTally(), under: knownNetwork, until: expiry)
        try await throttle.tidy(at: now)
    }

    private func wait(_ kept: [ThrottleKey: FailureTally], at now: Instant) -> Int64? {
        relevant(kept).compactMap { kept[$0.key]?.wait(under: $0.limits, at: now) }.max()
    }

    /// A network that the account knows is not held to what fails elsewhere, nor counted there.
    private func relevant(_ kept: [ThrottleKey: FailureTally]) -> [Counted] {
        let isKnown = knownNetwork.map { kept[$0] != nil } ?? false
        return tallies.filter { !isKnown || $0.scope != .account }
    }
}
