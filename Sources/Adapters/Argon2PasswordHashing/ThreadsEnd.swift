/// The moment at which the last of some threads has ended.
final class ThreadsEnd: Sendable {
    private struct State {
        var running: Int
        var waiters: [CheckedContinuation<Void, Never>] = []
    }

    private let state: Guarded<State>

    init(running: Int) { state = Guarded(State(running: running)) }

    /// To be called by each thread as the last thing it does.
    func threadEnded() {
        let waiters = state.withLock { state in
            state.running -= 1
            guard state.running == 0 else { return [CheckedContinuation<Void, Never>]() }
            defer { state.waiters = [] }
            return state.waiters
        }
        for waiter in waiters { waiter.resume() }
    }

    /// Returns when all threads have ended.
    func wait() async {
        await withCheckedContinuation { continuation in
            let hasEnded = state.withLock { state in
                if state.running > 0 { state.waiters.append(continuation) }
                return state.running == 0
            }
            if hasEnded { continuation.resume() }
        }
    }
}
