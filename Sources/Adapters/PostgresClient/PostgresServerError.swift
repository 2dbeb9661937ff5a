/// What the server said about an error, less everything that can quote a value: message, detail, hint and
/// context are dropped. Names of constraints, tables and columns are the schema's, not a patient's.
public struct PostgresServerError: Error, Sendable, Hashable {
    /// The kind of error.
    public let state: SQLState
    /// ERROR, FATAL or PANIC, never translated.
    public let severity: String
    /// The constraint that refused, when it was one.
    public let constraint: String?
    /// The table concerned, when the server named it.
    public let table: String?
    /// The column concerned, when the server named it.
    public let column: String?

    /// The function in the server's source that reported it; the same in each language.
    let sourceFunction: String?

    /// For fakes in tests of the layers above; the client itself reads errors from the server.
    public init(
        state: SQLState, severity: String = "ERROR", constraint: String? = nil, table: String? = nil,
        column: String? = nil
    ) {
        self.init(
            state: state, severity: severity, constraint: constraint, table: table, column: column,
            sourceFunction: nil)
    }

    init(
        state: SQLState, severity: String, constraint: String?, table: String?, column: String?,
        sourceFunction: String?
    ) {
        self.state = state
        self.severity = severity
        self.constraint = constraint
        self.table = table
        self.column = column
        self.sourceFunction = sourceFunction
    }

    /// Whether running the whole transaction again may succeed (40001, 40P01, 25006 and plans made stale by a migration).
    public var isRetryable: Bool {
        state == .serializationFailure || state == .deadlockDetected || state == .readOnlyTransaction
            || isStalePreparedStatement
    }

    /// The prepared statement is gone, or its plan no longer fits the tables: prepare it anew.
    var isStalePreparedStatement: Bool {
        state == .invalidStatementName
            || (state == .featureNotSupported && sourceFunction == "RevalidateCachedQuery")
    }

    /// After FATAL and PANIC the server closes the connection.
    var endsConnection: Bool { severity == "FATAL" || severity == "PANIC" }
}

extension PostgresServerError: CustomStringConvertible {
    /// One line of codes and schema names, e.g. `ERROR 23505 constraint patients_email_key table patients`.
    public var description: String {
        var words = [severity, state.code]
        if let constraint { words.append("constraint \(constraint)") }
        if let table { words.append("table \(table)") }
        if let column { words.append("column \(column)") }
        return words.joined(separator: " ")
    }
}
