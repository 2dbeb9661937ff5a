/// An entry in its place in a chain.
public struct ChainLink: Equatable, Sendable {
    public let chain: ChainID
    /// 1 for the first of the chain, then each number once.
    public let sequence: Int64
    public let entry: AuditEntry
    /// Over this entry, its place and the code of the one before it.
    public let code: AuditCode

    public init(chain: ChainID, sequence: Int64, entry: AuditEntry, code: AuditCode) {
        self.chain = chain
        self.sequence = sequence
        self.entry = entry
        self.code = code
    }
}

/// How far a chain has come.
public struct ChainHead: Hashable, Sendable {
    public let chain: ChainID
    /// 0 before the first entry.
    public var sequence: Int64
    /// Of the last entry.
    public var code: AuditCode

    public init(chain: ChainID, sequence: Int64 = 0, code: AuditCode = .none) {
        self.chain = chain
        self.sequence = sequence
        self.code = code
    }
}
