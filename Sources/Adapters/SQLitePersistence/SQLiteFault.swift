/// What can be wrong with a database beyond SQLite's own result codes.
enum SQLiteFault: Error, Equatable {
    case noWriteAheadLog
    case memoryIsNotShared
    case fileCannotBeMade(reason: String)
    case notAFile
    case fileIsShared
    case closed
    case transactionIsOver
    case lostWithAnother
    case unreadableColumn(String)
    case migrationChanged(String)
    case schemaIsNewer(number: Int64)

    /// For the log; never holds a value that a person entered.
    var summary: String {
        switch self {
        case .noWriteAheadLog: "SQLite cannot keep a write-ahead log here"
        case .memoryIsNotShared: "a database in memory has one connection"
        case .fileCannotBeMade(let reason): "the database file cannot be made: \(reason)"
        case .notAFile: "this is no file"
        case .fileIsShared: "others than its owner can read the file; run chmod 600 on it"
        case .closed: "the database is closed"
        case .transactionIsOver: "a store was used after its transaction ended"
        case .lostWithAnother: "a transaction that was to be committed with this one undid both"
        case .unreadableColumn(let column): "a column holds what it cannot hold: \(column)"
        case .migrationChanged(let title): "migration \(title) was changed after it had been applied"
        case .schemaIsNewer(let number): "the schema is newer than this program: migration \(number) is unknown"
        }
    }
}
