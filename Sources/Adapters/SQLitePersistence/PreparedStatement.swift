import GRDB
import GRDBSQLite

/// A statement that is run once more. GRDB prepares and keeps it; what is asked for each request goes straight to SQLite,
/// since a row of GRDB's knows the names of its columns, and its arguments may have names.
struct PreparedStatement {
    private let statement: Statement
    private let db: Database

    var pointer: SQLiteStatement { statement.sqliteStatement }

    /// Values are bound; whoever makes one sees to it that it is `finished`.
    init(_ statement: Statement, _ values: SQLiteValues, in db: Database) throws {
        self.statement = statement
        self.db = db
        do {
            try bind(values)
        } catch {
            finish()
            throw error
        }
    }

    /// Goes on to the next row, if there is one. Values are read from it before the next one.
    func step() throws -> Bool {
        switch sqlite3_step(pointer) {
        case SQLITE_ROW: return true
        case SQLITE_DONE: return false
        case let code: throw failure(code)
        }
    }

    /// Lets go of rows and values. What went wrong was said by `step`.
    func finish() {
        sqlite3_reset(pointer)
        sqlite3_clear_bindings(pointer)
    }

    private func bind(_ values: SQLiteValues) throws {
        guard values.count == Int(sqlite3_bind_parameter_count(pointer)) else { throw failure(SQLITE_MISUSE) }
        var position: CInt = 0
        for value in values {
            position += 1
            guard let value else { continue }
            let code = value.bind(to: pointer, at: position)
            guard code == SQLITE_OK else { throw failure(code) }
        }
    }

    private func failure(_ code: CInt) -> DatabaseError {
        DatabaseError(resultCode: ResultCode(rawValue: code), message: db.lastErrorMessage)
    }
}
