/// Some of the rows beyond a position: equal to its record in the first keys, and beyond it in the next ones.
///
/// All cuts of a position together are the rows beyond it, and no row is in two of them. There is more than one where
/// ascending and descending keys are mixed; each alone can be read from an index.
public struct ListCut<Key: SortKey>: Equatable, Sendable {
    /// A key with the position's value.
    public struct Bound: Equatable, Sendable {
        public let key: Key
        public let value: SortValue
    }

    /// Keys in which the rows are equal to the position.
    public let equal: [Bound]
    /// Keys in which the rows, compared by the first that differs, are beyond it.
    public let beyond: [Bound]
    /// Whether beyond is greater.
    public let isGreater: Bool
}

extension ListPosition {
    /// The rows beyond this position, the nearest first.
    public var cuts: [ListCut<Key>] {
        let bounds = zip(order.keys, values).map { ListCut<Key>.Bound(key: $0.key, value: $1) }
        var cuts: [ListCut<Key>] = []
        var start = 0
        while start < bounds.count {
            let descending = order.keys[start].descending
            let end = order.keys[start...].firstIndex { $0.descending != descending } ?? bounds.count
            cuts.append(
                ListCut(
                    equal: Array(bounds[..<start]), beyond: Array(bounds[start..<end]),
                    isGreater: descending == (side == .before)))
            start = end
        }
        return cuts.reversed()
    }
}
