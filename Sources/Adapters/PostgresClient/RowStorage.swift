import CLibPQ

/// A result where libpq left it, in binary format, given back when nobody has its rows any more.
///
/// A `PGresult` is only read once it is complete, which any thread may do (PostgreSQL's documentation of libpq, "Behavior
/// in Threaded Programs").
final class RowStorage: @unchecked Sendable {
    private let result: OpaquePointer?
    let rowCount: Int
    let columnCount: Int

    static let empty = RowStorage(owning: nil)

    /// - Parameter result: cleared from here.
    init(owning result: OpaquePointer?) {
        self.result = result
        rowCount = Int(PQntuples(result))
        columnCount = Int(PQnfields(result))
    }

    deinit { PQclear(result) }

    /// Rows inserted, updated, deleted or selected, as the server counts them.
    var affected: Int {
        guard let result, let count = PQcmdTuples(result) else { return 0 }
        return Int(String(cString: count)) ?? 0
    }

    func isNull(_ row: Int, _ column: Int) -> Bool { PQgetisnull(result, CInt(row), CInt(column)) == 1 }

    /// Lends the bytes of a value and the OID of its column's type.
    ///
    /// - Returns: `nil` for NULL, else what the body makes of it.
    @inline(__always)
    func read<Value>(_ row: Int, _ column: Int, _ body: (BinaryDecoding.Bytes, UInt32) -> Value?) -> Value?? {
        let length = Int(PQgetlength(result, CInt(row), CInt(column)))
        // NULL has no bytes; what has some is asked no further.
        guard length > 0 || !isNull(row, column), let value = PQgetvalue(result, CInt(row), CInt(column)) else {
            return nil
        }
        let type = PQftype(result, CInt(column))
        return value.withMemoryRebound(to: UInt8.self, capacity: length) { bytes in
            body(UnsafeBufferPointer(start: bytes, count: length), type)
        }
    }
}
