import CLibPQ

extension PostgresServerError {
    /// Reads the fields that cannot hold a value. Nil when libpq made the error up itself (a lost connection).
    init?(result: OpaquePointer) {
        guard let state = Self.field("C", of: result) else { return nil }
        self.init(
            state: SQLState(state), severity: Self.field("V", of: result) ?? "ERROR",
            constraint: Self.field("n", of: result), table: Self.field("t", of: result),
            column: Self.field("c", of: result), sourceFunction: Self.field("R", of: result))
    }

    /// The letters are PG_DIAG_…: C SQLSTATE, V severity (not localized), n constraint, t table, c column, R source function.
    static func field(_ letter: Unicode.Scalar, of result: OpaquePointer) -> String? {
        guard let text = PQresultErrorField(result, CInt(letter.value)) else { return nil }
        return String(cString: text)
    }
}
