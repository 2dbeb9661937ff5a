import CLibPQ

/// The cells of a result in one buffer. Binary format, as the server sent it.
final class RowStorage: Sendable {
    struct Cell {
        let start: Int
        /// -1 is NULL.
        let length: Int32
    }

    let bytes: [UInt8]
    let cells: [Cell]
    /// The type of each column, by its OID.
    let types: [UInt32]
    let rowCount: Int
    let affected: Int

    static let empty = RowStorage(bytes: [], cells: [], types: [], rowCount: 0, affected: 0)

    init(bytes: [UInt8], cells: [Cell], types: [UInt32], rowCount: Int, affected: Int) {
        self.bytes = bytes
        self.cells = cells
        self.types = types
        self.rowCount = rowCount
        self.affected = affected
    }

    /// Copies a result; the caller clears it.
    convenience init(copying result: OpaquePointer) {
        let rowCount = PQntuples(result)
        let columnCount = PQnfields(result)
        var cells: [Cell] = []
        cells.reserveCapacity(Int(rowCount) * Int(columnCount))
        var total = 0
        for row in 0..<rowCount {
            for column in 0..<columnCount {
                let isNull = PQgetisnull(result, row, column) == 1
                let length = isNull ? -1 : PQgetlength(result, row, column)
                cells.append(Cell(start: total, length: length))
                total += Int(max(0, length))
            }
        }
        self.init(
            bytes: Self.copy(result, rowCount: rowCount, columnCount: columnCount, total: total), cells: cells,
            types: (0..<columnCount).map { PQftype(result, $0) }, rowCount: Int(rowCount),
            affected: Int(String(cString: PQcmdTuples(result))) ?? 0)
    }

    private static func copy(_ result: OpaquePointer, rowCount: CInt, columnCount: CInt, total: Int) -> [UInt8] {
        guard total > 0 else { return [] }
        return [UInt8](unsafeUninitializedCapacity: total) { buffer, initialized in
            for row in 0..<rowCount {
                for column in 0..<columnCount {
                    let length = Int(PQgetlength(result, row, column))
                    guard length > 0, let value = PQgetvalue(result, row, column), let to = buffer.baseAddress else {
                        continue
                    }
                    let source = UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self)
                    (to + initialized).initialize(from: source, count: length)
                    initialized += length
                }
            }
        }
    }
}
