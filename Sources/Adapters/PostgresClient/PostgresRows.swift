/// The rows of one result, as libpq keeps them: a plain value.
/// Values are read by position and with their type: `try row.string(0)`.
public struct PostgresRows: Sendable, RandomAccessCollection {
    let storage: RowStorage
    /// Which of the result's rows they are.
    private let places: Range<Int>

    init(storage: RowStorage) {
        self.storage = storage
        places = 0..<storage.rowCount
    }

    /// Some rows of a result.
    init(_ places: Range<Int>, of rows: PostgresRows) {
        storage = rows.storage
        self.places = places
    }

    /// Rows inserted, updated, deleted or selected, as the server counts them.
    public var affected: Int { storage.affected }

    /// The first row's index: 0.
    public var startIndex: Int { 0 }

    /// The number of rows.
    public var endIndex: Int { places.count }

    /// The row at a position from 0.
    public subscript(position: Int) -> PostgresRow {
        precondition(indices.contains(position), "row out of bounds")
        return PostgresRow(storage: storage, number: places.lowerBound + position)
    }

    /// The only row.
    /// - Throws: `.unexpectedRowCount` when there are none or several.
    public var only: PostgresRow {
        get throws(PostgresError) {
            guard count == 1 else { throw .unexpectedRowCount(count) }
            return self[0]
        }
    }

    /// The only row, or nil when there is none.
    /// - Throws: `.unexpectedRowCount` when there are several.
    public var atMostOne: PostgresRow? {
        get throws(PostgresError) {
            guard count <= 1 else { throw .unexpectedRowCount(count) }
            return first
        }
    }
}

extension PostgresRows: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The number of rows, never their values.
    public var description: String { "\(count) rows" }
    /// The number of rows, never their values.
    public var debugDescription: String { description }
    /// Shows nothing.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
