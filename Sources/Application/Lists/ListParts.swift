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
    private let number: @Sendable (Row) -> Int64
    private let patient: @Sendable (Row) -> PatientID?
    private let read: @Sendable ([Int64]) async throws(Failure) -> [Row]

    /// - Parameters:
    ///   - number: the number of a row's record.
    ///   - patient: whose data it is, as the page's entries have it.
    ///   - read: the rows of records with these numbers, in any order.
    init(
        _ page: ListPage<ListEntry, Key>, number: @escaping @Sendable (Row) -> Int64,
        patient: @escaping @Sendable (Row) -> PatientID?,
        _ read: @escaping @Sendable ([Int64]) async throws(Failure) -> [Row]
    ) {
        self.page = page
        self.number = number
        self.patient = patient
        self.read = read
        parts = page.rows.parts
    }

    /// How many parts there are.
    public var count: Int { parts.count }

    /// The rows of a part, in the order of the list.
    ///
    /// - Parameter index: from 0.
    public func rows(_ index: Int) async throws(Failure) -> [Row] {
        let entries = page.rows[parts[index]]
        let rows = try await read(entries.map(\.number))
        let found = Dictionary(rows.map { (number($0), $0) }, uniquingKeysWith: { first, _ in first })
        return entries.compactMap { entry in
            found[entry.number].flatMap { patient($0) == entry.patient ? $0 : nil }
        }
    }
}

/// A page that was read: as a whole where that takes little memory, otherwise as far as is known what it shows.
public enum ListReading<Row: Sendable, Key: SortKey>: Sendable {
    case whole(ListPage<Row, Key>)
    /// At least two parts.
    case parts(ListParts<Row, Key>)

    /// Reads what has one part at most.
    init(_ parts: ListParts<Row, Key>) async throws(Failure) {
        if parts.count > 1 {
            self = .parts(parts)
        } else {
            let rows = parts.count == 0 ? [] : try await parts.rows(0)
            self = .whole(ListPage(rows, on: parts.page))
        }
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
