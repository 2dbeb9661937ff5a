import Domain
import PostgresClient
import PostgresTestServer
import Testing

@testable import PostgresPersistence

@Suite("Migrations", .enabled(if: TestPostgres.isAvailable))
struct MigrationTests {
    private let titles = [
        "0001_accounts", "0002_patients", "0003_doctors", "0004_assignments", "0005_appointments", "0006_sessions",
        "0007_session_generations", "0008_sparse_records", "0009_lists", "0010_idempotency_keys", "0011_registrars",
        "0012_sign_in", "0013_second_factor", "0014_audit", "0015_account_administration", "0016_row_security",
        "0017_list_indexes", "0018_account_language", "0019_cheaper_writes", "0020_few_accounts",
        "0021_cheaper_bookings", "0022_cheaper_events", "0023_folded_anew", "0024_search_in_order",
        "0025_changes_in_place", "0026_gathered_sooner",
    ]

    @Test("bring an empty database up to date, in order")
    func emptyDatabase() async throws {
        try await withEmptyStorage { storage, url in
            let pending = try await storage.pendingMigrations()
            let applied = try await storage.migrate(at: .noon)

            #expect(pending == titles)
            #expect(applied == titles)
            #expect(try await storage.pendingMigrations().isEmpty)
            let books = try await TestPostgres.psql(
                url, "SELECT count(*), bool_and(applied_at = '2025-09-01 12:00Z') FROM schema_migrations")
            #expect(books == "\(titles.count)|t")
        }
    }

    @Test("that are only listed change nothing")
    func listing() async throws {
        try await withEmptyStorage { storage, url in
            _ = try await storage.pendingMigrations()

            let tables = try await TestPostgres.psql(url, "SELECT count(*) FROM pg_tables WHERE schemaname = 'public'")
            #expect(tables == "0")
        }
    }

    @Test("that were applied are not applied again")
    func twice() async throws {
        try await withEmptyStorage { storage, _ in
            try await storage.migrate(at: .noon)

            let applied = try await storage.migrate(at: .noon)

            #expect(applied.isEmpty)
            try await storage.checkReadiness()
        }
    }

    @Test("are applied once by several processes that start together")
    func together() async throws {
        let url = try await TestPostgres.shared.freshDatabase()

        let applied = try await withThrowingTaskGroup(of: [String].self) { group in
            for _ in 0..<5 {
                group.addTask {
                    var applied: [String] = []
                    try await withStorage(on: url) { storage, _ in applied = try await storage.migrate(at: .noon) }
                    return applied
                }
            }
            return try await group.reduce(into: []) { $0 += $1 }
        }

        #expect(applied.sorted() == titles)
    }

    @Test("of which the last fails keep those before it, and nothing of the last")
    func failure() async throws {
        let broken = PostgresMigration(number: 9999, name: "broken", sql: "CREATE TABLE half (); SELECT 1 / 0;")
        try await withEmptyStorage(migrations: PostgresMigration.all + [broken]) { storage, url in
            let fault = Fault("PostgreSQL: SQLSTATE 22012 in migration 9999_broken")
            await #expect(throws: Failure.unavailable(fault)) { try await storage.migrate(at: .noon) }

            let pending = try await storage.pendingMigrations()
            #expect(pending == ["9999_broken"])
            #expect(try await TestPostgres.psql(url, "SELECT to_regclass('half') IS NULL") == "t")
        }
    }

    @Test("with another text than the one that was applied are refused")
    func changedText() async throws {
        try await withStorage { _, url in
            var migrations = PostgresMigration.all
            migrations[2] = PostgresMigration(number: 3, name: "doctors", sql: migrations[2].sql + "\n-- edited")
            try await withStorage(on: url, migrations: migrations) { storage, _ in
                let fault = Fault("PostgreSQL: migration 0003_doctors differs from the one that was applied")
                await #expect(throws: Failure.unavailable(fault)) { try await storage.migrate(at: .noon) }
                await #expect(throws: Failure.unavailable(fault)) { try await storage.pendingMigrations() }
            }
        }
    }

    @Test("that this program does not know are refused")
    func newerSchema() async throws {
        try await withStorage { _, url in
            let older = Array(PostgresMigration.all.dropLast())
            try await withStorage(on: url, migrations: older) { storage, _ in
                let fault = Fault("PostgreSQL: the schema is newer than this program: it has migration \(titles.count)")
                await #expect(throws: Failure.unavailable(fault)) { try await storage.migrate(at: .noon) }
                await #expect(throws: Failure.unavailable(fault)) { try await storage.pendingMigrations() }
            }
        }
    }

    @Test("are found on the second host when the first one hangs")
    func silentFirstHost() async throws {
        let silent = try SilentHost()
        let url = try await TestPostgres.shared.freshDatabase()
        let two = url.replacing("127.0.0.1:", with: "127.0.0.1:\(silent.port),127.0.0.1:", maxReplacements: 1)
        let text = two + (two.contains("?") ? "&" : "?") + "connect_timeout=1"

        // Requests wait much less than it takes to give up the first host.
        try await withStorage(on: text, configured: { $0.waitLimit = .milliseconds(10) }) { storage, _ in
            let applied = try await storage.migrate(at: .noon)
            let pending = try await storage.pendingMigrations()

            #expect(applied.count == PostgresMigration.all.count)
            #expect(pending.isEmpty)
        }
    }

    @Test("of a newer version leave a running program ready")
    func newVersionTakesOver() async throws {
        try await withStorage { _, url in
            try await withStorage(on: url, migrations: PostgresMigration.all.dropLast()) { older, _ in
                await #expect(throws: Never.self) { try await older.checkReadiness() }
            }
        }
    }

    @Test("that are missing make the storage not ready")
    func missing() async throws {
        let older = Array(PostgresMigration.all.dropLast())
        try await withEmptyStorage(migrations: older) { storage, url in
            let notThere = Fault("PostgreSQL: SQLSTATE 42P01")
            await #expect(throws: Failure.unavailable(notThere)) { try await storage.checkReadiness() }
            try await storage.migrate(at: .noon)

            try await withStorage(on: url) { newer, _ in
                let pending = Fault("PostgreSQL: migrations are pending")
                await #expect(throws: Failure.unavailable(pending)) { try await newer.checkReadiness() }
                #expect(try await newer.migrate(at: .noon) == Array(titles.suffix(1)))
                try await newer.checkReadiness()
            }
        }
    }

    @Test("by a role without the privilege say what to grant")
    func privileges() async throws {
        let url = try await TestPostgres.shared.freshDatabase()
        let role = "guest_\(url.suffix(12).filter { $0.isNumber || $0 == "_" })"
        try await TestPostgres.psql(url, "CREATE ROLE \(role) LOGIN")
        try await TestPostgres.psql(url, "GRANT CREATE ON SCHEMA public TO \(role)")

        try await withStorageOfOneRole(url.replacing("postgres@", with: "\(role)@")) { storage in
            let fault = Fault(
                "PostgreSQL: SQLSTATE 42501 in migration 0005_appointments; grant the role CREATE on the database "
                    + "and on its schema, or let an administrator run CREATE EXTENSION btree_gist and CREATE EXTENSION "
                    + "pg_trgm in it first")
            let early = Fault(
                "PostgreSQL: the role may not migrate; grant it CREATE on the database and on its schema, or let an "
                    + "administrator run CREATE EXTENSION btree_gist and CREATE EXTENSION pg_trgm in it first")
            await #expect(throws: Failure.unavailable(early)) { try await storage.pendingMigrations() }
            await #expect(throws: Failure.unavailable(fault)) { try await storage.migrate(at: .noon) }
            try await TestPostgres.psql(url, "CREATE EXTENSION btree_gist")
            await #expect(throws: Failure.unavailable(early)) { try await storage.pendingMigrations() }
            try await TestPostgres.psql(url, "CREATE EXTENSION pg_trgm")
            #expect(try await storage.pendingMigrations() == Array(titles.dropFirst(4)))
            #expect(try await storage.migrate(at: .noon) == Array(titles.dropFirst(4)))
        }
        try await TestPostgres.psql(url, "DROP OWNED BY \(role); DROP ROLE \(role)")
    }

    @Test("in a database of another encoding than UTF8 are refused")
    func encoding() async throws {
        let url = try await TestPostgres.shared.url()
        let name = "latin_\(UInt64.random(in: 0 ... .max))"
        try await TestPostgres.psql(
            url, "CREATE DATABASE \(name) TEMPLATE template0 ENCODING 'LATIN1' LC_COLLATE 'C' LC_CTYPE 'C'")

        try await withStorage(on: try await TestPostgres.shared.url(database: name)) { storage, _ in
            let fault = Fault("PostgreSQL: the database's encoding has to be UTF8")
            await #expect(throws: Failure.unavailable(fault)) { try await storage.migrate(at: .noon) }
        }
        try await TestPostgres.psql(url, "DROP DATABASE \(name) WITH (FORCE)")
    }
}
