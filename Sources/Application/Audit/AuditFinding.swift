public import Domain

/// What a check of the audit trail found that should not be so.
public enum AuditFinding: Hashable, Sendable {
    /// The event is not as it was written, or was put there by somebody without the key.
    case changed(ChainID, Int64, at: Instant)
    /// Nobody can tell whether the event is as it was written, since the one before it is not, or is missing.
    case unproven(ChainID, Int64, at: Instant)
    /// There is more than one event with this number, or one out of its turn.
    case inserted(ChainID, Int64, at: Instant)
    /// Events are missing; `before` is the time of the one that follows.
    case missing(ChainID, ClosedRange<Int64>, before: Instant)
    /// The end is missing: a head of this time names the last of these.
    case cutOff(ChainID, ClosedRange<Int64>, head: Instant)
    /// All of a chain is missing, which had so many events at the time of a head.
    case chainMissing(ChainID, events: Int64, head: Instant)
    /// A head of this time names another event in this place.
    case otherThanHead(ChainID, Int64, head: Instant)
    /// No event of the chain was written under a key that is known.
    case unknownKey(ChainID, events: Int)
    /// The head with this number in the order of keeping is not as it was signed, or signed with a key that is not known.
    case headChanged(Int64)
    /// The head before this one of a process is missing.
    case headMissing(before: Int64, process: ChainID)
    /// The head with this number is there a second time, or comes after events, where no head is kept.
    case headMoved(Int64)
    /// A head that was kept elsewhere is missing here.
    case headNotKept(Int64, process: ChainID, at: Instant)
    /// A search by patient does not find the event, or finds it for the wrong one.
    case wronglyIndexed(AuditEventID)
    /// The line with this number, 1 for the first, is no line of an export.
    case unreadable(line: Int)

    /// The chain and numbers that it is about, if it is about events.
    public var events: (chain: ChainID, sequences: ClosedRange<Int64>)? {
        switch self {
        case .changed(let chain, let sequence, _), .unproven(let chain, let sequence, _),
            .inserted(let chain, let sequence, _), .otherThanHead(let chain, let sequence, _):
            (chain, sequence...sequence)
        case .missing(let chain, let sequences, _), .cutOff(let chain, let sequences, _): (chain, sequences)
        case .chainMissing(let chain, let events, _): (chain, 1...max(1, events))
        case .unknownKey(let chain, let events): (chain, 1...max(1, Int64(events)))
        case .headChanged, .headMissing, .headMoved, .headNotKept, .wronglyIndexed, .unreadable: nil
        }
    }
}
