public import Domain

/// Notes what happens in the transaction in which it happens.
public protocol AuditStore: Sendable {
    /// Keeps the events, in this order: with everything else of the transaction, or not at all. Where the transaction
    /// has a new chain its beginning is kept first, also when there are no events.
    func record(_ events: [AuditEvent]) async throws(Failure)

    /// The newest head that was kept; `nil` when there is none. Whoever asks besides waits until the transaction ends:
    /// so heads follow one another, whichever process signs them.
    func newestHead() async throws(Failure) -> KeptAuditHead?

    /// Keeps a signed head. Heads are never changed nor removed.
    func keep(_ head: SignedAuditHead) async throws(Failure)
}

extension AuditStore {
    /// The same for one event.
    public func record(_ event: AuditEvent) async throws(Failure) { try await record([event]) }
}

/// Notes what happens outside a transaction, such as reading.
public protocol AuditTrail: Sendable {
    /// Keeps the event, and returns when it is durable. Events of several requests share a commit.
    ///
    /// Goes on when the task is cancelled: what was shown was shown.
    /// - Throws: `.busy`, `.unavailable` when the event was not, or perhaps not, kept. Then nothing of what it tells of
    ///   may be answered.
    func record(_ event: AuditEvent) async throws(Failure)
}

/// Finds what was noted.
public protocol AuditReader: Sendable {
    /// At most `query.page.size` entries, in the order of the query; of those before a position the last ones.
    func list(_ query: AuditQuery) async throws(Failure) -> [KeptAuditEntry]

    /// What `list` finds, without reading it. An entry is about no one patient; its bytes are those of the numbers of all.
    func outline(_ query: AuditQuery) async throws(Failure) -> [ListEntry]

    /// The entries with these numbers, in no particular order; those that are not there are left out.
    func find(_ ids: Set<AuditEventID>) async throws(Failure) -> [KeptAuditEntry]

    /// How many entries the query finds, on whatever page.
    func count(_ query: AuditQuery) async throws(Failure) -> Int

    /// All links in the order of chains and sequences, at most `limit` of them, those after a place. Those
    /// that are `impossible` may be left out, or come as something that no writer writes.
    func links(after place: AuditPlace?, limit: Int) async throws(Failure) -> [KeptChainLink]

    /// All heads in the order in which they were kept, at most `limit` of them, those after the one with this number.
    func heads(after number: Int64, limit: Int) async throws(Failure) -> [KeptAuditHead]

    /// The newest head that was kept; `nil` when there is none. Waits for nobody.
    func newestHead() async throws(Failure) -> KeptAuditHead?

    /// The links that were kept last, at most so many, the newest first; those that are `impossible` may be left out.
    func newestLinks(limit: Int) async throws(Failure) -> [KeptChainLink]

    /// The links in these places, in no particular order; likewise.
    func links(at places: [ChainPlace]) async throws(Failure) -> [KeptChainLink]

    /// The numbers, at most a hundred, of entries that a search by patient would not find: the index was tampered with.
    func wronglyIndexed() async throws(Failure) -> [AuditEventID]

    /// The numbers, at most a hundred, of events that no writer can have written, such as one without a place in any
    /// chain, or of a time that no calendar has. No list fails because of them.
    func impossible() async throws(Failure) -> [Int64]
}

/// A link with the number under which it is kept.
public struct KeptChainLink: Equatable, Sendable {
    public let id: Int64
    public let link: ChainLink

    public init(id: Int64, link: ChainLink) {
        self.id = id
        self.link = link
    }

    /// Where it stands among all links.
    public var place: AuditPlace { AuditPlace(chain: link.chain, sequence: link.sequence, id: id) }
}

/// A place in the order of chains, sequences and, where somebody tampered, numbers.
public struct AuditPlace: Equatable, Sendable {
    public let chain: ChainID
    public let sequence: Int64
    public let id: Int64

    public init(chain: ChainID, sequence: Int64, id: Int64) {
        self.chain = chain
        self.sequence = sequence
        self.id = id
    }
}

/// A place in a chain.
public struct ChainPlace: Hashable, Sendable {
    public let chain: ChainID
    public let sequence: Int64

    public init(chain: ChainID, sequence: Int64) {
        self.chain = chain
        self.sequence = sequence
    }
}

/// A head as it is kept: the text of `SignedAuditHead`, which may have been tampered with.
public struct KeptAuditHead: Equatable, Sendable {
    /// Ascending in the order of keeping.
    public let id: Int64
    public let text: String

    public init(id: Int64, text: String) {
        self.id = id
        self.text = text
    }
}
