import Application
import Domain
import PostgresClient
import PostgresTestServer
import Testing

@testable import PostgresPersistence

@Suite(.enabled(if: TestPostgres.isAvailable)) struct `The server's role` {
    @Test(arguments: [
        "UPDATE audit_events SET outcome = 'x'", "DELETE FROM audit_events", "TRUNCATE audit_events",
        "UPDATE audit_heads SET text = 'x'", "DELETE FROM audit_heads", "TRUNCATE audit_heads",
        "DROP TRIGGER audit_events_insert_only ON audit_events", "ALTER TABLE audit_events DISABLE TRIGGER ALL",
        "DROP TRIGGER audit_heads_insert_only ON audit_heads", "DROP TABLE audit_events",
        "ALTER TABLE audit_events OWNER TO CURRENT_USER",
        "CREATE RULE x AS ON INSERT TO audit_events DO INSTEAD NOTHING",
        "CREATE TRIGGER x BEFORE INSERT ON audit_events FOR EACH ROW EXECUTE FUNCTION audit_insert_only()",
        "DELETE FROM patients", "DELETE FROM appointments",
        "TRUNCATE patients CASCADE", "DELETE FROM accounts", "SELECT setval('appointments_id_seq', 1)",
        "DELETE FROM schema_migrations",
        "DROP POLICY patients_in_sight ON patients", "ALTER POLICY patients_in_sight ON patients USING (true)",
        "CREATE POLICY x ON patients USING (true)", "ALTER TABLE patients DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE assignments DISABLE ROW LEVEL SECURITY", "ALTER TABLE appointments DISABLE ROW LEVEL SECURITY",
        "CREATE OR REPLACE FUNCTION everything_in_sight() RETURNS boolean LANGUAGE sql RETURN true",
        "CREATE TABLE x ()", "CREATE VIEW x AS SELECT FROM patients", "SET ROLE clinic_test_owner",
        "SET SESSION AUTHORIZATION clinic_test_owner", "ALTER ROLE CURRENT_USER BYPASSRLS",
        "ALTER ROLE CURRENT_USER SUPERUSER", "GRANT clinic_test_owner TO CURRENT_USER",
        "SET session_replication_role = replica",
    ])
    func `is refused what would reach around its limits`(statement: String) async throws {
        try await withClient { client in
            let refusal = await client.refusal(of: statement)

            #expect(refusal == "42501")
        }
    }

    @Test func `may do with each table what is listed, and no more`() async throws {
        try await withStorage { _, url in
            let rights = try await TestPostgres.psql(
                TestRole.server.url(url),
                """
                SELECT string_agg(relname || ': ' || coalesce((
                    SELECT string_agg(wanted, ', ' ORDER BY place)
                    FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER'])
                        WITH ORDINALITY AS w (wanted, place)
                    WHERE has_table_privilege(pg_class.oid, wanted)), ''), E'\n' ORDER BY relname)
                FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'
                """)

            let listed = ServerRole.privileges.sorted { $0.key < $1.key }.map { "\($0.key): \($0.value)" }
            #expect(rights.split(separator: "\n").map { String($0) } == listed)
        }
    }

    @Test func `gets its rights from a migration that has nothing else to do`() async throws {
        try await withStorage { storage, url in
            try await TestPostgres.psql(url, "REVOKE ALL ON ALL TABLES IN SCHEMA public FROM clinic_test_server")
            let without = try await failure { try await storage.checkReadiness() }

            let applied = try await storage.migrate(at: .noon)

            #expect(without == .unavailable(Fault("PostgreSQL: SQLSTATE 42501")))
            #expect(applied == [])
            try await storage.checkReadiness()
        }
    }

    @Test func `may call no function of a trigger, even after a dump was restored without privileges`() async throws {
        try await withStorage { storage, url in
            try await TestPostgres.psql(url, "GRANT EXECUTE ON ALL FUNCTIONS IN SCHEMA public TO PUBLIC")

            try await storage.migrate(at: .noon)

            let callable = try await TestPostgres.psql(
                TestRole.server.url(url),
                """
                SELECT string_agg(proname, ' ') FROM pg_proc
                WHERE pronamespace = 'public'::regnamespace AND prosecdef AND has_function_privilege(oid, 'EXECUTE')
                """)
            #expect(callable == "patients_with_words")
            let kept = try await TestPostgres.psql(
                url, "SELECT count(*) FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND prosecdef")
            #expect(kept == "\(ServerRole.functions.count)")
        }
    }

    @Test func `finds that nothing is pending, without the owner's help`() async throws {
        try await withStorage { _, url in
            try await withStorageOfOneRole(TestRole.server.url(url)) { server in
                let pending = try await server.pendingMigrations()
                let applied = try await server.migrate(at: .noon)
                let isConfined = try await server.hasConfinedRole()

                #expect(pending == [] && applied == [] && isConfined)
            }
        }
    }

    @Test func `has to reach the database, too, before a migration is planned`() async throws {
        try await withStorage(configured: { $0.localSetting = nil }) { _, url in
            let nobody = try PostgresConfiguration("postgresql://postgres@127.0.0.1:1/clinic?connect_timeout=1")
            let owner = try PostgresConfiguration(TestRole.owner.url(url))
            let storage = PostgresStorage.open(nobody, owner: owner, audit: .plain, logger: .silent)

            let outcome = try await failure { _ = try await storage.pendingMigrations() }

            #expect(outcome == .unavailable(Fault("PostgreSQL: no connection to the server")))
            await storage.close()
        }
    }

    @Test func `is quoted, whatever its name`() {
        let grants = ServerRole.grants(to: "de\"sk", in: "Clinic", on: ["patients"])

        #expect(
            grants == """
                GRANT USAGE ON SCHEMA "Clinic" TO "de""sk";
                REVOKE ALL ON ALL TABLES IN SCHEMA "Clinic" FROM "de""sk";
                GRANT SELECT, INSERT, UPDATE ON "Clinic"."patients" TO "de""sk";
                """)
    }
}

extension PostgresClient {
    /// The SQLSTATE with which statements are refused; `nil` when they are not.
    func refusal(of script: String) async -> String? {
        do {
            _ = try await transaction { transaction throws(PostgresError) in
                try await transaction.executeScript(script)
                return true
            }
            return nil
        } catch {
            switch error {
            case .work(let error), .client(let error): return error.serverError?.state.code ?? "\(error)"
            }
        }
    }
}
