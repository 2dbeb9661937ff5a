import Domain
import PostgresClient

/// A scope in SQL.
enum ScopeCondition {
    case nothing
    case everything
    /// At least one of these holds; never empty.
    case anyOf([Condition])

    /// - Parameter relation: the condition under which a row `t` is related to the caller; `nil` for a way in which
    ///   this caller is related to nothing.
    init(_ scope: Scope, _ relation: (Relation, Caller) -> Condition?) {
        switch scope {
        case .nothing: self = .nothing
        case .everything: self = .everything
        case .related(let relations, let caller):
            // In a fixed order, so that equal sets make the same text and its prepared statement is used again.
            let conditions = relations.sorted().compactMap { relation($0, caller) }
            self = conditions.isEmpty ? .nothing : .anyOf(conditions)
        }
    }
}
