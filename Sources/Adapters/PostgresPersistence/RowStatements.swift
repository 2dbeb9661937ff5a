import PostgresClient
import Synchronization

/// The statements that find one row of a table by its number within a scope: each is put together once, since most
/// requests ask for one of them.
final class RowStatements: Sendable {
    private struct Shape: Hashable {
        let conditions: [String]
        let lock: RowLock?
    }

    private let known = Mutex<[Shape: PostgresStatement]>([:])

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
        let shape = Shape(conditions: conditions.map(\.sql), lock: lock)
        // As `Selection` binds them: those of the scope, then the number.
        var values: [PostgresValue] = []
        values.reserveCapacity(conditions.count + 1)
        for condition in conditions { values += condition.values }
        values.append(id)
        if let statement = known.withLock({ $0[shape] }) { return (statement, values) }
        guard let selection = selection() else { return nil }
        let statement = selection.statement(for: id, lock: lock).0
        known.withLock { $0[shape] = statement }
        return (statement, values)
    }
}
