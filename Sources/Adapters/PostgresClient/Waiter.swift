/// One task waiting for one answer. Whoever settles first wins; the rest is told so and does nothing.
///
/// Its states see to it that a continuation is resumed once, so it need not be a checked one, which is an object more.
final class Waiter<Value: Sendable>: Sendable {
    typealias Answer = Result<Value, PostgresError>

    private enum State: Sendable {
        case open
        case awaited(UnsafeContinuation<Answer, Never>)
        case settled(Answer?)
    }

    private let state = Guarded<State>(.open)

    /// Whether an answer (or a cancellation) has come.
    var isSettled: Bool {
        state.withLock { state in
            guard case .settled = state else { return false }
            return true
        }
    }

    /// The answer, when it has come already and nobody has waited for it.
    private var early: Answer? {
        state.withLock { state in
            guard case .settled(let answer) = state else { return nil }
            return answer
        }
    }

    /// Hands over the answer. False when there was one already.
    @discardableResult
    func settle(_ answer: Answer) -> Bool {
        let (isFirst, continuation) = state.withLock { state -> (Bool, UnsafeContinuation<Answer, Never>?) in
            switch state {
            case .open:
                state = .settled(answer)
                return (true, nil)
            case .awaited(let continuation):
                state = .settled(nil)
                return (true, continuation)
            case .settled:
                return (false, nil)
            }
        }
        continuation?.resume(returning: answer)
        return isFirst
    }

    /// Waits for the answer; called once. Deaf to cancellation.
    func value() async throws(PostgresError) -> Value {
        let answer = await withUnsafeContinuation { continuation in
            let early = state.withLock { state -> Answer? in
                guard case .settled(let answer) = state else {
                    state = .awaited(continuation)
                    return nil
                }
                return answer
            }
            if let early { continuation.resume(returning: early) }
        }
        return try answer.get()
    }

    /// Waits for the answer or the task's cancellation; `onCancel` runs when the cancellation came first.
    func value(onCancel: @escaping @Sendable () -> Void) async throws(PostgresError) -> Value {
        if let early { return try early.get() }
        let answer: Answer = await withTaskCancellationHandler {
            do throws(PostgresError) {
                return .success(try await value())
            } catch {
                return .failure(error)
            }
        } onCancel: {
            if settle(.failure(.cancelled)) { onCancel() }
        }
        return try answer.get()
    }
}
