/// One key of a list's order. Rows that are equal in all keys come in the order of their numbers, ascending.
public struct Ordering<Key: Sendable & Equatable>: Equatable, Sendable {
    public let key: Key
    public let descending: Bool

    public init(_ key: Key, descending: Bool = false) {
        self.key = key
        self.descending = descending
    }
}

/// How many rows a list may have.
public enum ListLimit {
    /// The greatest number of rows in one answer.
    public static let standard = 1000
}
