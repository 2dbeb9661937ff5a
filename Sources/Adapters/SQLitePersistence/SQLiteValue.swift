import GRDB
import GRDBSQLite

/// What can stand for a question mark.
protocol SQLiteValue: Sendable {
    /// Gives a copy of it to a statement, and returns SQLite's result code.
    func bind(to statement: SQLiteStatement, at position: CInt) -> CInt
}

/// Values for the question marks of a statement, in order.
typealias SQLiteValues = [(any SQLiteValue)?]

extension Int64: SQLiteValue {
    func bind(to statement: SQLiteStatement, at position: CInt) -> CInt {
        sqlite3_bind_int64(statement, position, self)
    }
}

extension Int: SQLiteValue {
    func bind(to statement: SQLiteStatement, at position: CInt) -> CInt {
        sqlite3_bind_int64(statement, position, Int64(self))
    }
}

extension Bool: SQLiteValue {
    func bind(to statement: SQLiteStatement, at position: CInt) -> CInt {
        sqlite3_bind_int64(statement, position, self ? 1 : 0)
    }
}

extension String: SQLiteValue {
    /// Up to a NUL, if there is one.
    func bind(to statement: SQLiteStatement, at position: CInt) -> CInt {
        sqlite3_bind_text(statement, position, self, -1, copied)
    }
}

extension [UInt8]: SQLiteValue {
    func bind(to statement: SQLiteStatement, at position: CInt) -> CInt {
        // Of no bytes SQLite would make a NULL.
        guard !isEmpty else { return sqlite3_bind_zeroblob(statement, position, 0) }
        return sqlite3_bind_blob(statement, position, self, CInt(count), copied)
    }
}

/// `SQLITE_TRANSIENT`, which C says as a cast that Swift does not import: SQLite takes a copy at once.
private var copied: sqlite3_destructor_type { unsafeBitCast(-1, to: sqlite3_destructor_type.self) }
