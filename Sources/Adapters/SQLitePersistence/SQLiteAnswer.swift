import Domain

/// The answer to a read that is waited for by one task, before or after it is there.
final class SQLiteAnswer<Value: Sendable>: Sendable {
    fileprivate enum State {
        case open
        case awaited(CheckedContinuation<Result<Value, Failure>, Never>)
        case given(Result<Value, Failure>)
    }

    private let state = Guarded(State.open)

    /// Called once.
    func give(_ answer: Result<Value, Failure>) {
        let waiting: CheckedContinuation<Result<Value, Failure>, Never>? = state.withLock { state in
            defer { state = .given(answer) }
            guard case .awaited(let waiting) = state else { return nil }
            return waiting
        }
        waiting?.resume(returning: answer)
    }

    /// Called once.
    func value() async throws(Failure) -> Value {
        if let answer = state.withLock({ $0.answer }) { return try answer.get() }
        let answer = await withCheckedContinuation { continuation in
            let answer: Result<Value, Failure>? = state.withLock { state in
                if case .given(let answer) = state { return answer }
                state = .awaited(continuation)
                return nil
            }
            if let answer { continuation.resume(returning: answer) }
        }
        return try answer.get()
    }
}

extension SQLiteAnswer.State {
    fileprivate var answer: Result<Value, Failure>? {
        guard case .given(let answer) = self else { return nil }
        return answer
    }
}
