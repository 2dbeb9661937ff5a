import Domain

/// A part of a list.
public struct ListPage<Row: Sendable, Key: SortKey>: Sendable {
    /// In the order of the list.
    public let rows: [Row]
    /// Where the next page begins; `nil` when this is the last one.
    public let next: ListPosition<Key>?
    /// Where the page before this one ends; `nil` when this is the first one.
    public let previous: ListPosition<Key>?
    /// How many rows the query finds in all its pages, if that was asked.
    public let count: Int?

    /// - Parameters:
    ///   - found: what the store found for the query with one row more.
    ///   - record: the record in a row.
    init(_ found: consuming [Row], for query: some ListQuery<Key>, count: Int?, record: (Row) -> Key.Record) {
        self.init(found, for: query, count: count) { ListPosition($0, record($1), in: query.order) }
    }

    /// - Parameter position: the place at a row.
    private init(
        _ found: consuming [Row], for query: some ListQuery<Key>, count: Int?,
        position: (ListPosition<Key>.Side, Row) -> ListPosition<Key>?
    ) {
        let tooMany = max(0, found.count - query.page.size)
        let (hasMore, backwards) = (tooMany > 0, query.isBackwards)
        // In place: to copy fifty records takes longer than to write half of them.
        if backwards { found.removeFirst(tooMany) } else { found.removeLast(tooMany) }
        rows = found
        let after = hasMore || backwards ? rows.last.flatMap { position(.after, $0) } : nil
        let before = rows.first.flatMap { position(.before, $0) }
        // Whoever came from a page can go back to it, also from one whose rows are all gone.
        let back = query.page.position?.turned
        next = backwards ? after ?? back : hasMore ? after : nil
        previous = backwards ? (hasMore ? before : nil) : back.map { before ?? $0 }
        self.count = count
    }

    /// The same page with something else, or something more, in the place of its rows.
    init(_ rows: [Row], on page: ListPage<some Sendable, Key>) {
        self.rows = rows
        next = page.next
        previous = page.previous
        count = page.count
    }

    init(_ found: consuming [Row], for query: some ListQuery<Key>, count: Int?) where Row == Key.Record {
        self.init(found, for: query, count: count) { $0 }
    }

    /// - Parameter outline: what the store found for the query with one row more.
    init(outline: consuming [ListEntry], for query: some ListQuery<Key>, count: Int?) where Row == ListEntry {
        self.init(outline, for: query, count: count) { ListPosition($0, $1.values, in: query.order) }
    }
}

extension FieldCheck {
    /// Refuses a position that was taken in another order than the query's.
    mutating func requireSameOrder(_ query: some ListQuery) {
        if let position = query.page.position, position.order != query.order { refuse(.cursor, .malformedCursor) }
    }
}
