import Domain

/// Who the callers of sessions were the last time: for a start, until the storage has said who they are.
final class RecentCallers: Sendable {
    /// So many are remembered; one more, and all are forgotten.
    static let limit = 4096

    private let callers = Guarded<[SessionID: Caller]>([:])

    func caller(of session: SessionID) -> Caller? { callers.withLock { $0[session] } }

    func remember(_ caller: Caller) {
        callers.withLock { callers in
            if callers.count >= Self.limit { callers = [:] }
            callers[caller.session] = caller
        }
    }

    func forget(_ session: SessionID) { callers.withLock { $0[session] = nil } }
}
