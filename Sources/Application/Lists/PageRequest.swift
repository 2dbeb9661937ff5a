/// Which part of a list is asked for.
public struct PageRequest<Key: SortKey>: Equatable, Sendable {
    /// The greatest number of rows.
    public var size: Int
    /// Where the part begins or ends; `nil` is from the beginning. In the same order as the list.
    public var position: ListPosition<Key>?
    /// Whether all rows that the query finds are counted too.
    public var isCounted = false

    public init(size: Int = ListLimit.standard, position: ListPosition<Key>? = nil) {
        self.size = size
        self.position = position
    }
}

/// How many rows a list may have.
public enum ListLimit {
    /// The greatest number of rows in one answer.
    public static let standard = 1000
    /// So many rows are read at once, however large they are; of more it is first asked what they would take.
    static let atOnce = 50
    /// The greatest number of bytes in a part of a long list, but for a single record that has more by itself.
    static let partBytes = 262_144
    /// What a record takes, about, besides its long texts.
    static let shortBytes = 512
}

/// Which rows of one kind to list, in which order, and which part of them.
public protocol ListQuery<Key>: Sendable {
    associatedtype Key: SortKey

    /// As asked for; empty is the standard order.
    var ordering: [Ordering<Key>] { get set }
    var page: PageRequest<Key> { get set }
}

extension ListQuery {
    /// The order of the list.
    public var order: ListOrder<Key> { ListOrder(ordering) }

    /// The order in which rows are met from the page's position: backwards when those before it are asked for.
    public var readingOrder: [Ordering<Key>] { isBackwards ? order.keys.map(\.reversed) : order.keys }

    /// Whether the rows that stand before a position are asked for.
    public var isBackwards: Bool { page.position?.side == .before }

    /// Whether its rows together may be so large that they are read in parts.
    var mayBeLarge: Bool { page.size > ListLimit.atOnce }

    /// For a row more, which tells whether there is another page.
    var forOneRowMore: Self {
        var query = self
        query.page.size += 1
        return query
    }
}
