public import Domain
import Synchronization

/// Signs how far this process's chains have come.
public final class SignAuditHead: Sendable {
    private struct State {
        var number: Int64 = 0
        /// Of the signed text of the head before; `nil` before the first one.
        var previous: AuditCode?
    }

    private let storage: any Storage
    private let chains: AuditChains
    private let seal: any AuditSeal
    private let signatures: any SignatureCheck
    private let clock: any WallClock
    private let state = Mutex(State())

    public init(
        storage: any Storage, chains: AuditChains, seal: any AuditSeal, signatures: any SignatureCheck,
        clock: any WallClock
    ) {
        self.storage = storage
        self.chains = chains
        self.seal = seal
        self.signatures = signatures
        self.clock = clock
    }

    /// Begins a chain and signs it, before anything else is noted: from then on the chain is missed when all that this
    /// process notes is removed, however the process ends.
    public func begin() async throws(Failure) -> SignedAuditHead? {
        _ = try await storage.transaction { stores throws(Failure) in
            try await stores.audit.record([])
            return true
        }
        return try await self()
    }

    /// Signs and keeps a head. Called by one task at a time.
    ///
    /// - Returns: `nil` when no chain has gone on since the last one.
    /// - Throws: what the storage throws; the next call tries again.
    public func callAsFunction() async throws(Failure) -> SignedAuditHead? {
        let moved = chains.takeMoved()
        guard !moved.isEmpty else { return nil }
        do throws(Failure) {
            let head = try await next(moved)
            let signed = SignedAuditHead(head: head, signature: seal.signature(of: Array(head.text.utf8)))
            _ = try await storage.transaction { stores throws(Failure) in
                try await stores.audit.keep(signed)
                return head.number
            }
            let digest = signatures.digest(of: Array(signed.text.utf8))
            state.withLock { $0 = State(number: head.number, previous: digest) }
            return signed
        } catch {
            chains.giveBack(moved)
            throw error
        }
    }

    private func next(_ moved: [ChainHead]) async throws(Failure) -> AuditHead {
        let (number, known) = state.withLock { ($0.number + 1, $0.previous) }
        var previous = known
        if previous == nil {
            let newest = try await storage.reads.audit.newestHead()
            previous = newest.map { signatures.digest(of: Array($0.text.utf8)) }
        }
        return AuditHead(
            process: chains.process, number: number, at: clock.now(), previous: previous ?? .none, chains: moved,
            publicKey: seal.publicKey)
    }
}
