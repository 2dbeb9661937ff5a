public import Domain
import Synchronization

/// Signs how far this process's chains have come.
public final class SignAuditHead: Sendable {
    private let storage: any Storage
    private let chains: AuditChains
    private let seal: any AuditSeal
    private let signatures: any SignatureCheck
    private let clock: any WallClock
    /// Of this process's newest head.
    private let number = Mutex<Int64>(0)

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
            let number = number.withLock { $0 } + 1
            let signed = try await storage.transaction { stores throws(Failure) in
                let signed = self.signed(number, after: try await stores.audit.newestHead(), moved)
                try await stores.audit.keep(signed)
                return signed
            }
            self.number.withLock { $0 = number }
            return signed
        } catch {
            chains.giveBack(moved)
            throw error
        }
    }

    private func signed(_ number: Int64, after newest: KeptAuditHead?, _ moved: [ChainHead]) -> SignedAuditHead {
        let head = AuditHead(
            process: chains.process, number: number, at: clock.now(),
            previous: newest.map { signatures.digest(of: Array($0.text.utf8)) } ?? .none, chains: moved,
            publicKey: seal.publicKey)
        return SignedAuditHead(head: head, signature: seal.signature(of: Array(head.text.utf8)))
    }
}
