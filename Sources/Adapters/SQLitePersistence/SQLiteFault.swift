/// What can be wrong with a database beyond SQLite's own result codes.
enum SQLiteFault: Error, Equatable {
    case noWriteAheadLog
    case memoryIsNotShared
    case fileCannotBeMade(errno: Int32)
    case closed
    case transactionIsOver
    case unreadableColumn(String)
    case migrationChanged(String)
    case schemaIsNewer(number: Int64)

    /// For the log; never holds a value that a person entered.
    var summary: String {
        switch self {
        case .noWriteAheadLog: "SQLite cannot keep a write-ahead log here"
        case .memoryIsNotShared: "a database in memory has one connection"
        case .fileCannotBeMade(let errno): "the database file cannot be made or protected (errno \(errno))"
        case .closed: "the database is closed"
        case .transactionIsOver: "a store was used after its transaction ended"
        case .unreadableColumn(let column): "a column holds what it cannot hold: \(column)"
        case .migrationChanged(let title): "migration \(title) was changed after it had been applied"
        case .schemaIsNewer(let number): "the schema is newer than this program: migration \(number) is unknown"
        }
    }
}
