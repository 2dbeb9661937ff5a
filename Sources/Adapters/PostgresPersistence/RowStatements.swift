import PostgresClient
import Synchronization

/// The statements that find one row of a table by its number within a scope: each is put together once, since most
/// requests ask for one of them.
final class RowStatements: Sendable {
    private let known = Mutex<[[String]: PostgresStatement]>([:])

    /// - Parameter selection: the rows within the scope.
    /// - Returns: `nil` when the scope holds no rows at all.
    func statement(
        for id: PostgresValue, in scope: ScopeCondition, lock: RowLock?, _ selection: () -> Selection?
    ) -> (PostgresStatement, [PostgresValue])? {
        let conditions: [Condition]
        switch scope {
        case .nothing: return nil
        case .everything: conditions = []
        case .anyOf(let all): conditions = all
        }
        let shape = conditions.map(\.sql) + [lock?.rawValue ?? ""]
        // As `Selection` binds them: those of the scope, then the number.
        let values = conditions.flatMap(\.values) + [id]
        if let statement = known.withLock({ $0[shape] }) { return (statement, values) }
        guard let selection = selection() else { return nil }
        let statement = selection.statement(for: id, lock: lock).0
        known.withLock { $0[shape] = statement }
        return (statement, values)
    }
}
