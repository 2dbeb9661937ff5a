/// A complete order: no two records are equal in it, and no key is there in vain.
public struct ListOrder<Key: SortKey>: Equatable, Sendable {
    /// The first counts most; the last is the record's number.
    public let keys: [Ordering<Key>]

    /// The order that was asked for, or the standard one when nothing was; ties by number, ascending.
    public init(_ asked: [Ordering<Key>]) {
        var keys: [Ordering<Key>] = []
        // Behind the number no key can decide anything any more, nor can one that was named before.
        for next in asked.isEmpty ? Key.standardOrder : asked
        where !keys.contains(where: { $0.key == .id || $0.key == next.key }) {
            keys.append(next)
        }
        if !keys.contains(where: { $0.key == .id }) { keys.append(Ordering(.id)) }
        self.keys = keys
    }
}
