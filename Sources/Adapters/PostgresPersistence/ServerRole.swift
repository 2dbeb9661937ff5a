import Domain
import PostgresClient

/// The role with which the server runs, where it is not the one that owns the tables: what it may do, and no more.
enum ServerRole {
    /// For each table. Rows are deleted only where the program deletes them; the audit trail is only ever added to.
    static let privileges = [
        "accounts": "SELECT, INSERT, UPDATE",
        "patients": "SELECT, INSERT, UPDATE",
        "patient_updates": "SELECT",
        "doctors": "SELECT, INSERT, UPDATE",
        "assignments": "SELECT, INSERT, UPDATE",
        "appointments": "SELECT, INSERT, UPDATE",
        "sessions": "SELECT, INSERT, UPDATE, DELETE",
        "recovery_codes": "SELECT, INSERT, DELETE",
        "sign_in_tallies": "SELECT, INSERT, UPDATE, DELETE",
        "idempotency_keys": "SELECT, INSERT, UPDATE, DELETE",
        "audit_events": "SELECT, INSERT",
        "audit_heads": "SELECT, INSERT",
        "schema_migrations": "SELECT",
    ]

    /// Numbers that are set aside before their rows are inserted.
    static let sequences = ["appointments_id_seq"]

    /// Functions that run as the owner, of which the role may call one. Whoever may call those of triggers can hang them on a
    /// table of their own, whose types have functions that then run as the owner. A dump restored without privileges
    /// lets everybody call them all.
    static let functions = [
        "patients_with_words": "text[], integer", "note_patient_update": "", "see_to_people": "", "set_registrar": "",
        "pass_registrar_on": "",
    ]
    private static let callable: Set = ["patients_with_words"]

    /// Gives a role these privileges on what there is in a schema, and takes all others on tables away.
    ///
    /// - Parameter names: of the schema's tables, sequences and functions.
    static func grants(to role: String, in schema: String, on names: Set<String>) -> String {
        let (role, schema) = (quoted(role), quoted(schema))
        let tables = privileges.filter { names.contains($0.key) }.sorted { $0.key < $1.key }
            .map { "GRANT \($0.value) ON \(schema).\(quoted($0.key)) TO \(role);" }
        let functions = functions.filter { names.contains($0.key) }.sorted { $0.key < $1.key }.flatMap { name, types in
            let function = "FUNCTION \(schema).\(quoted(name))(\(types))"
            let grant = callable.contains(name) ? ["GRANT EXECUTE ON \(function) TO \(role);"] : []
            return ["REVOKE EXECUTE ON \(function) FROM PUBLIC, \(role);"] + grant
        }
        let sequences = sequences.filter(names.contains)
            .map { "GRANT USAGE ON SEQUENCE \(schema).\(quoted($0)) TO \(role);" }
        return """
            GRANT USAGE ON SCHEMA \(schema) TO \(role);
            REVOKE ALL ON ALL TABLES IN SCHEMA \(schema) FROM \(role);
            \((tables + sequences + functions).joined(separator: "\n"))
            """
    }

    static let name: PostgresStatement = "SELECT current_user"

    static let nameAndSchema: PostgresStatement = "SELECT current_user, current_schema()"

    static let tablesSequencesAndFunctions: PostgresStatement = """
        SELECT relname::text
        FROM pg_class
        WHERE relnamespace = current_schema()::regnamespace AND relkind IN ('r', 'S')
        UNION
        SELECT proname::text
        FROM pg_proc
        WHERE pronamespace = current_schema()::regnamespace
        """

    /// Whether policies hold for the role that asks, and the audit trail is out of its reach.
    static let isConfined: PostgresStatement = """
        SELECT row_security_active('patients') AND row_security_active('assignments')
            AND row_security_active('appointments')
            AND NOT has_table_privilege('audit_events', 'UPDATE, DELETE, TRUNCATE')
            AND NOT has_table_privilege('audit_heads', 'UPDATE, DELETE, TRUNCATE')
        """

    private static func quoted(_ name: String) -> String { "\"\(name.replacing("\"", with: "\"\""))\"" }
}
