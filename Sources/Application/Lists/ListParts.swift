public import Domain

/// A page of which it is known what it shows, and whose rows are read a part at a time.
///
/// A part holds so few bytes that many can be in memory at once. Each is read when it is asked for, with the rights that
/// the caller was seen to have: whoever is gone by then, or out of sight, is left out, as if the page had ended before. So
/// is a record that is about another patient by then, of whom nobody noted that they are shown.
public struct ListParts<Row: Sendable, Key: SortKey>: Sendable {
    /// Where the page's neighbours are, and how many rows there are in all.
    public let page: ListPage<ListEntry, Key>
    private let parts: [Range<Int>]
    private let reader: RowReader<Row>

    init(_ page: ListPage<ListEntry, Key>, _ reader: RowReader<Row>) {
        // What the rows have in the order's keys has told where the page's neighbours are.
        self.page = ListPage(page.rows.map(\.withoutValues), on: page)
        self.reader = reader
        parts = page.rows.parts
    }

    /// How many parts there are.
    public var count: Int { parts.count }

    /// How many bytes the rows of a part take, about, before they are written in any way.
    ///
    /// - Parameter index: from 0.
    public func bytes(_ index: Int) -> Int {
        page.rows[parts[index]].reduce(0) { $0 + $1.bytes + ListLimit.shortBytes }
    }

    /// The rows of a part, in the order of the list.
    ///
    /// - Parameter index: from 0.
    public func rows(_ index: Int) async throws(Failure) -> [Row] {
        let entries = page.rows[parts[index]]
        let rows = try await reader.find(entries.map(\.number))
        let found = Dictionary(rows.map { (reader.number($0), $0) }, uniquingKeysWith: { first, _ in first })
        return entries.compactMap { entry in
            found[entry.number].flatMap { reader.patient($0) == entry.patient ? $0 : nil }
        }
    }
}

/// A page that was read: as a whole where that takes little memory, otherwise as far as is known what it shows.
public enum ListReading<Row: Sendable, Key: SortKey>: Sendable {
    case whole(ListPage<Row, Key>)
    /// At least two parts.
    case parts(ListParts<Row, Key>)

    /// Reads what has one part at most.
    init(outline page: ListPage<ListEntry, Key>, _ reader: RowReader<Row>) async throws(Failure) {
        let parts = ListParts(page, reader)
        if parts.count > 1 {
            self = .parts(parts)
        } else {
            let rows = parts.count == 0 ? [] : try await parts.rows(0)
            self = .whole(ListPage(rows, on: page))
        }
    }

    /// Keeps what has one part at most. Of more it is only kept what it shows: few rows may be long.
    init(_ page: ListPage<Row, Key>, _ reader: RowReader<Row>) {
        let bytes = reader.bytes(page.rows) + page.rows.count * ListLimit.shortBytes
        self =
            bytes <= ListLimit.partBytes || page.rows.count < 2
            ? .whole(page) : .parts(ListParts(ListPage(page.rows.map(reader.entry), on: page), reader))
    }
}

extension [ListEntry] {
    /// Runs of entries, none of which takes more than a part may unless it is a single one.
    fileprivate var parts: [Range<Int>] {
        var parts: [Range<Int>] = []
        var (start, bytes) = (0, 0)
        for (index, entry) in enumerated() {
            let more = entry.bytes + ListLimit.shortBytes
            if index > start, bytes + more > ListLimit.partBytes {
                parts.append(start..<index)
                (start, bytes) = (index, 0)
            }
            bytes += more
        }
        if start < count { parts.append(start..<count) }
        return parts
    }
}
