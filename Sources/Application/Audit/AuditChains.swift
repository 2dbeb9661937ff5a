public import Domain
import Synchronization

/// The chains of this process: where each writer goes on, and how far each has come.
///
/// A chain is with one transaction at a time, from the first event that this notes until it is known how it ended. Who
/// finds all chains taken begins another one: transactions never wait for each other here, and processes share nothing.
public final class AuditChains: Sendable {
    /// This start of the process.
    public let process: ChainID
    private let seal: any AuditSeal
    private let random: any RandomSource
    private let clock: any WallClock
    private let state = Mutex(State())

    private struct State {
        /// Chains that nobody writes; the one used last is used next, so that there are no more than needed.
        var idle: [ChainHead] = []
        /// Chains that have gone on since they were last asked for, as far as is known for certain.
        var moved: [ChainID: ChainHead] = [:]
    }

    public init(seal: any AuditSeal, random: any RandomSource, clock: any WallClock) {
        process = ChainID(bits: random.bits())
        self.seal = seal
        self.random = random
        self.clock = clock
    }

    /// For one transaction, however often it is tried.
    public func writer() -> ChainWriter { ChainWriter(chains: self) }

    /// The chains that have gone on since the last call, each as far as commits were acknowledged.
    public func takeMoved() -> [ChainHead] {
        state.withLock { state in
            defer { state.moved = [:] }
            return Array(state.moved.values)
        }
    }

    /// Has `takeMoved` give these again, unless they have gone on meanwhile.
    public func giveBack(_ heads: [ChainHead]) {
        state.withLock { state in
            for head in heads where state.moved[head.chain] == nil { state.moved[head.chain] = head }
        }
    }

    func take() -> ChainHead {
        state.withLock { $0.idle.popLast() } ?? ChainHead(chain: ChainID(bits: random.bits()))
    }

    /// - Parameter moved: whether more of the chain is kept than when it was taken.
    func putBack(_ head: ChainHead, moved: Bool) {
        state.withLock { state in
            state.idle.append(head)
            if moved { state.moved[head.chain] = head }
        }
    }

    /// Chains events to what stands before them.
    func link(_ events: [AuditEvent], to head: inout ChainHead) -> [ChainLink] {
        var entries = events.map { AuditEntry($0) }
        if head.sequence == 0 { entries.insert(beginning, at: 0) }
        return entries.map { entry in
            let sequence = head.sequence + 1
            let bytes = entry.canonicalBytes(chain: head.chain, sequence: sequence, after: head.code)
            head = ChainHead(chain: head.chain, sequence: sequence, code: seal.code(of: bytes))
            return ChainLink(chain: head.chain, sequence: sequence, entry: entry, code: head.code)
        }
    }

    private var beginning: AuditEntry {
        var entry = AuditEntry(
            at: clock.now(), action: AuditAction.chainStarted.rawValue, outcome: AuditOutcome.done.rawValue)
        entry.request = process.text
        return entry
    }
}
