/// How a transaction sees others, in PostgreSQL's words.
public enum PostgresIsolation: Sendable, Hashable, CaseIterable {
    /// Each statement sees what was committed before it began. PostgreSQL's usual.
    case readCommitted
    /// All statements see the same moment; a conflicting update fails with 40001.
    case repeatableRead
    /// As if transactions ran one after the other; fails with 40001 where that cannot be.
    case serializable

    func begin(readOnly: Bool) -> String {
        let level =
            switch self {
            case .readCommitted: "READ COMMITTED"
            case .repeatableRead: "REPEATABLE READ"
            case .serializable: "SERIALIZABLE"
            }
        // Not READ WRITE: a standby refuses that as something else than 25006.
        return "BEGIN ISOLATION LEVEL \(level)" + (readOnly ? " READ ONLY" : "")
    }
}
