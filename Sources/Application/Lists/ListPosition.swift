/// A place in a list, just behind or just before a certain record, whether that is still there or not.
public struct ListPosition<Key: SortKey>: Equatable, Sendable {
    /// The order in which it is a place.
    public let order: ListOrder<Key>
    /// What the record has in each key of the order.
    public let values: [SortValue]
    public let side: Side

    /// Which rows are meant.
    public enum Side: Sendable {
        /// Those that follow the record.
        case after
        /// Those that stand before it.
        case before
    }

    /// - Returns: `nil` when the values are not such as the order's keys have.
    public init?(_ side: Side, _ values: [SortValue], in order: ListOrder<Key>) {
        guard values.count == order.keys.count, zip(order.keys, values).allSatisfy({ $0.key.kind.holds($1) }) else {
            return nil
        }
        self.order = order
        self.values = values
        self.side = side
    }

    /// The same place, from which the rows on its other side are meant.
    var turned: ListPosition {
        ListPosition(order: order, values: values, side: side == .after ? .before : .after)
    }

    private init(order: ListOrder<Key>, values: [SortValue], side: Side) {
        self.order = order
        self.values = values
        self.side = side
    }

    /// The place at a record.
    public init(_ side: Side, _ record: Key.Record, in order: ListOrder<Key>) {
        self.order = order
        self.side = side
        values = order.keys.map { $0.key.value(of: record) }
    }
}
