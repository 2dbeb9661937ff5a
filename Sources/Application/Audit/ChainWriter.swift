public import Domain
import Synchronization

/// What a transaction adds to a chain. The chain itself goes on only when it is known that the transaction was kept.
public final class ChainWriter: Sendable {
    /// How a transaction ended.
    public enum End: Sendable {
        case kept, undone
        /// Nobody knows: nothing may be added to this chain any more.
        case unknown
    }

    private struct State {
        /// As it was before this transaction; `nil` as long as there is nothing to add.
        var taken: ChainHead?
        var reached: ChainHead?
    }

    private let chains: AuditChains
    private let state = Mutex(State())

    init(chains: AuditChains) { self.chains = chains }

    /// The events as the next links of the chain, to be inserted in this order.
    public func link(_ events: [AuditEvent]) -> [ChainLink] {
        state.withLock { state in
            let taken = state.taken ?? chains.take()
            var reached = state.reached ?? taken
            let links = chains.link(events, to: &reached)
            state.taken = taken
            state.reached = reached
            return links
        }
    }

    /// How far it has come with what was added; `nil` when there is nothing.
    public var reached: ChainHead? { state.withLock { $0.reached } }

    /// Forgets what was added after it had come so far.
    public func goBack(to reached: ChainHead?) { state.withLock { $0.reached = reached } }

    /// Forgets what was added, since the transaction begins again from its start.
    public func restart() { state.withLock { $0.reached = nil } }

    /// Lets the next one have the chain. Called once, after the transaction.
    public func finish(_ end: End) {
        let (taken, reached) = state.withLock { state in
            defer { state = State() }
            return (state.taken, state.reached)
        }
        guard let taken else { return }
        switch end {
        case .kept: chains.putBack(reached ?? taken, moved: reached.map { $0 != taken } ?? false)
        case .undone: chains.putBack(taken, moved: false)
        case .unknown: break
        }
    }
}

extension ChainWriter.End {
    /// How a transaction ended that failed with this.
    public init(_ failure: Failure) {
        switch failure {
        case .unavailable(let fault): self = fault.outcomeUnknown ? .unknown : .undone
        case .unreadable, .invalid, .notFound, .conflict, .notSignedIn, .throttled, .dutyFirst, .notAllowed, .outdated,
            .retried, .busy:
            self = .undone
        }
    }
}
