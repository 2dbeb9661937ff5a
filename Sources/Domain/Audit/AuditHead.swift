/// How far the chains of a process had come at a moment. Signed, and kept where whoever can change the events cannot
/// reach, it shows later whether anything was cut off.
public struct AuditHead: Equatable, Sendable {
    /// The process, by a name of its own for each start.
    public let process: ChainID
    /// 1 for the first head of the process, then each number once.
    public let number: Int64
    public let at: Instant
    /// SHA-256 of the signed text of the process's head before; of its first head, of the newest one of any process;
    /// zeros when there was none.
    public let previous: AuditCode
    /// By name; those that have gone on since the head before.
    public let chains: [ChainHead]
    /// By which its signature can be checked, 32 bytes.
    public let publicKey: [UInt8]

    public init(
        process: ChainID, number: Int64, at: Instant, previous: AuditCode, chains: [ChainHead], publicKey: [UInt8]
    ) {
        self.process = process
        self.number = number
        self.at = at
        self.previous = previous
        self.chains = chains.sorted { $0.chain < $1.chain }
        self.publicKey = publicKey
    }
}

/// A head with the signature of the one who holds the key.
public struct SignedAuditHead: Equatable, Sendable {
    public let head: AuditHead
    /// Ed25519 (RFC 8032) over the head's text, 64 bytes.
    public let signature: [UInt8]

    public init(head: AuditHead, signature: [UInt8]) {
        self.head = head
        self.signature = signature
    }
}
