package import Application

/// A sort key with the name by which `ordering` asks for it.
package protocol NamedSortKey: SortKey {
    var name: String { get }
}

extension NamedSortKey {
    /// All keys by their names.
    package static var named: [String: Self] { Dictionary(uniqueKeysWithValues: allCases.map { ($0.name, $0) }) }
}

extension ListPosition where Key: NamedSortKey {
    /// The position as `cursor` asks for it.
    package var cursor: String { Cursor.text(for: self) }
}
