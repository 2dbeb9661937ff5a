import Domain
import HTTPTransport

/// A column of a list.
struct ListColumn<Row, Key: NamedSortKey>: Sendable {
    let title: any Phrase
    /// By what its head sorts; nothing when `nil`.
    var key: Key?
    /// Whether it names the row.
    var isHead = false
    let cell: @Sendable (Row, Language) -> HTML

    init(
        _ title: any Phrase, by key: Key? = nil, isHead: Bool = false,
        _ cell: @escaping @Sendable (Row, Language) -> HTML
    ) {
        self.title = title
        self.key = key
        self.isHead = isHead
        self.cell = cell
    }
}
