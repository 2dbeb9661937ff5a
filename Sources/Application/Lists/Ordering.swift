/// One key of a list's order. Rows that are equal in all keys come in the order of their numbers, ascending.
public struct Ordering<Key: Sendable & Equatable>: Equatable, Sendable {
    public let key: Key
    public let descending: Bool

    public init(_ key: Key, descending: Bool = false) {
        self.key = key
        self.descending = descending
    }

    /// The same key the other way round.
    public var reversed: Ordering { Ordering(key, descending: !descending) }
}
