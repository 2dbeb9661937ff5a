/// What records of one kind can be sorted by.
public protocol SortKey: Hashable, Sendable, CaseIterable {
    /// The record that is sorted.
    associatedtype Record: Sendable

    /// The record's number, which it shares with no other.
    static var id: Self { get }
    /// The order of a list for which no other was asked; ends with the number.
    static var standardOrder: [Ordering<Self>] { get }

    /// The kind of value that records have in this key; none is ever missing.
    var kind: SortValue.Kind { get }

    /// What a record has in this key.
    func value(of record: Record) -> SortValue
}
