public import Domain
import Synchronization

/// Keeps events that come at the same time in one commit: while one commit is under way, the next batch gathers.
public final class GroupedAuditTrail: AuditTrail {
    private typealias Waiter = CheckedContinuation<Failure?, Never>

    private struct State {
        var events: [AuditEvent] = []
        var waiters: [Waiter] = []
        var isWriting = false
    }

    private let longestQueue: Int
    private let executor: (any TaskExecutor)?
    private let write: @Sendable ([AuditEvent]) async throws(Failure) -> Void
    private let state = Mutex(State())

    /// - Parameters:
    ///   - longestQueue: so many events may wait; one more fails as busy at once.
    ///   - executor: where `write` runs; `nil` for anywhere.
    ///   - write: keeps a batch in one transaction; it is durable when this returns.
    public init(
        longestQueue: Int = 4096, on executor: (any TaskExecutor)? = nil,
        _ write: @escaping @Sendable ([AuditEvent]) async throws(Failure) -> Void
    ) {
        self.longestQueue = longestQueue
        self.executor = executor
        self.write = write
    }

    /// How many events wait for the next commit.
    public var waiting: Int { state.withLock { $0.events.count } }

    /// Waits for the commit that keeps the event. Throws `.busy` when too many wait, and what `write` threw for the batch.
    public func record(_ event: AuditEvent) async throws(Failure) {
        let failure = await withCheckedContinuation { waiter in
            enum Next { case wait, write, refuse }
            let next: Next = state.withLock { state in
                guard state.events.count < longestQueue else { return .refuse }
                state.events.append(event)
                state.waiters.append(waiter)
                defer { state.isWriting = true }
                return state.isWriting ? .wait : .write
            }
            switch next {
            case .wait: break
            // A task of its own: nobody's cancellation may end a commit that is everybody's.
            case .write: Task(executorPreference: executor) { await self.writeAll() }
            case .refuse: waiter.resume(returning: .busy)
            }
        }
        if let failure { throw failure }
    }

    /// Writes batch after batch until nobody waits.
    private func writeAll() async {
        while let (events, waiters) = takeBatch() {
            var failure: Failure?
            do throws(Failure) {
                try await write(events)
            } catch {
                failure = error
            }
            for waiter in waiters { waiter.resume(returning: failure) }
        }
    }

    /// So many events share a commit at most, so that the first of them does not wait long for the last.
    private static let longestBatch = 500

    private func takeBatch() -> (events: [AuditEvent], waiters: [Waiter])? {
        state.withLock { state in
            guard !state.events.isEmpty else {
                state.isWriting = false
                return nil
            }
            let count = min(state.events.count, GroupedAuditTrail.longestBatch)
            if count == state.events.count {
                defer { (state.events, state.waiters) = ([], []) }
                return (state.events, state.waiters)
            }
            defer {
                state.events.removeFirst(count)
                state.waiters.removeFirst(count)
            }
            return (Array(state.events.prefix(count)), Array(state.waiters.prefix(count)))
        }
    }
}
