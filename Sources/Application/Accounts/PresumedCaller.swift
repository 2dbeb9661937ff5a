public import Domain

/// A caller about whom the storage is being asked. Who it was the last time is known, and what is read for them
/// meanwhile may travel with the question; but it is nobody's before the answer has come.
public final class PresumedCaller: Sendable {
    private let presumed: Caller
    private let ask: @Sendable () async throws(Failure) -> Caller
    private let answer = Guarded<Result<Caller, Failure>?>(nil)

    /// - Parameters:
    ///   - presumed: who it was the last time.
    ///   - ask: waits for the answer; called once.
    init(_ presumed: Caller, ask: @escaping @Sendable () async throws(Failure) -> Caller) {
        self.presumed = presumed
        self.ask = ask
    }

    /// A caller about whom the answer is there already.
    public init(_ caller: Caller) {
        presumed = caller
        ask = { () async throws(Failure) in caller }
    }

    /// Who it is, whatever duty stands before them. Called by one task at a time.
    ///
    /// - Throws: `.notSignedIn` when the session has ended.
    public func known() async throws(Failure) -> Caller {
        if let answer = answer.withLock({ $0 }) { return try answer.get() }
        let answer: Result<Caller, Failure>
        do throws(Failure) { answer = .success(try await ask()) } catch { answer = .failure(error) }
        self.answer.withLock { $0 = answer }
        return try answer.get()
    }

    /// Who it is, for operations that serve no duty.
    ///
    /// - Throws: `.notSignedIn`; `.dutyFirst`.
    public func confirmed() async throws(Failure) -> Caller {
        let caller = try await known()
        if let duty = caller.duty { throw .dutyFirst(duty) }
        return caller
    }

    /// Reads something for whoever it was the last time, and once more when it is known that they are another now.
    ///
    /// - Parameter find: depends on nothing of a caller but the account, the role and the records it is linked to.
    /// - Throws: as `confirmed`, before anything that `find` throws.
    func reading<Record: Sendable>(
        _ find: (Caller) async throws(Failure) -> Record?
    ) async throws(Failure) -> (Caller, Record?) {
        let found: Result<Record?, Failure>
        do throws(Failure) { found = .success(try await find(presumed)) } catch { found = .failure(error) }
        let caller = try await confirmed()
        guard caller.isInStanding(of: presumed) else { return (caller, try await find(caller)) }
        return (caller, try found.get())
    }
}
