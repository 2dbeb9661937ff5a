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

    /// Counts the attempt as failed, in a transaction of its own.
    ///
    /// - Parameter event: noted in the audit trail as refused; another one tells when from now on attempts have to wait.
    ///   Those that come while they have to leave no events: nobody fills a disk by them.
    /// - Returns: what to answer: `failure`, or `.throttled` when it was one too many, whatever it tried.
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
        let (answer, isLast) = try await count(failure, in: stores.throttle, at: event.at)
        var last = event
        last.action = .signInThrottled
        try await stores.audit.record((isLast ? [event, last] : [event]).map { $0.ended(.refused) })
        return answer
    }

    /// - Returns: what to answer, and whether attempts have to wait from now on that had not to before.
    private func count(
        _ failure: Failure, in throttle: any ThrottleStore, at now: Instant
    ) async throws(Failure) -> (answer: Failure, isLast: Bool) {
        guard !tallies.isEmpty else { return (failure, false) }
        var kept = try await throttle.talliesForChange(of: keys, at: now)
        if let seconds = wait(kept, at: now) { return (.throttled(seconds: seconds), false) }
        for counted in relevant(kept) {
            var tally = kept[counted.key] ?? FailureTally()
            _ = tally.note(at: now, under: counted.limits)
            let longest = counted.limits.map(\.seconds).max() ?? 0
            try await throttle.keep(tally, under: counted.key, until: now.adding(seconds: longest))
            kept[counted.key] = tally
        }
        try await throttle.tidy(at: now)
        return (failure, wait(kept, at: now) != nil)
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
