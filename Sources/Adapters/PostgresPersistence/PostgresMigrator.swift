import Domain
import PostgresClient

/// Brings a schema up to date and keeps the books in `schema_migrations`.
struct PostgresMigrator: Sendable {
    let migrations: [PostgresMigration]

    /// What has not been applied yet, in order; changes nothing.
    ///
    /// - Throws: `.unavailable` when the schema is newer than this program, an applied migration is not the one that
    ///   this program has, or what is pending cannot be applied by this role in this database.
    func pending(in client: PostgresClient) async throws(Failure) -> [PostgresMigration] {
        try await outcome(client) { transaction throws(Failure) in
            let pending = try await hasBooks(transaction) ? try await unapplied(transaction) : migrations
            if !pending.isEmpty { try await requirePossible(transaction) }
            return pending
        }
    }

    /// What would stop a migration for certain.
    private func requirePossible(_ transaction: PostgresTransaction) async throws(Failure) {
        try await requireUnicode(transaction)
        let mayCreate = try await transaction.first(MigrationStatements.mayCreate, []) { row throws(PostgresError) in
            try row.bool()
        }
        guard mayCreate == true else {
            throw .fault(
                "the role may not migrate; grant it CREATE on the database and on its schema, or let an administrator "
                    + "run CREATE EXTENSION btree_gist and CREATE EXTENSION pg_trgm in it first")
        }
    }

    /// Succeeds when the database answers and has all migrations of this program.
    ///
    /// Asked often, so it compares their number and the newest one; texts are compared by `pending`.
    func checkIsCurrent(_ client: PostgresClient) async throws(Failure) {
        let found = try await client.first(MigrationStatements.newest, []) { row throws(PostgresError) in
            (newest: try row.int(), count: try row.int())
        }
        let newest = Int(migrations.last?.number ?? 0)
        guard let found, found.newest >= newest, found.count >= migrations.count else {
            throw .fault("migrations are pending")
        }
    }

    /// Applies what is pending, each migration in a transaction of its own, while no other process does the same.
    ///
    /// - Returns: those that were applied by this call. Those before one that failed stay applied.
    /// - Throws: as `pending`.
    func migrate(_ client: PostgresClient, at now: Instant) async throws(Failure) -> [PostgresMigration] {
        var applied: [PostgresMigration] = []
        while let migration = try await applyNext(client, at: now) { applied.append(migration) }
        return applied
    }

    /// - Returns: `nil` when nothing is pending.
    private func applyNext(_ client: PostgresClient, at now: Instant) async throws(Failure) -> PostgresMigration? {
        try await outcome(client) { transaction throws(Failure) in
            try await transaction.change(MigrationStatements.lock, [.int64(AdvisoryLock.migrations)])
            try await requireUnicode(transaction)
            // A role that may not make tables may still find that there is nothing to do.
            if !(try await hasBooks(transaction)) {
                try await run(MigrationStatements.books, as: "schema_migrations", in: transaction)
            }
            guard let next = try await unapplied(transaction).first else { return nil }
            try await apply(next, in: transaction, at: now)
            return next
        }
    }

    /// Gives the server's role what it needs on all tables there are now, unless it is the role of this client.
    func grant(to role: String, _ client: PostgresClient) async throws(Failure) {
        _ = try await outcome(client) { transaction throws(Failure) in
            try await transaction.change(MigrationStatements.lock, [.int64(AdvisoryLock.migrations)])
            let found = try await transaction.first(ServerRole.nameAndSchema, []) { row throws(PostgresError) in
                (owner: try row.string(), schema: try row.string())
            }
            guard let found, found.owner != role else { return false }
            let names = try await transaction.all(ServerRole.tablesSequencesAndFunctions, []) {
                row throws(PostgresError) in
                try row.string()
            }
            let grants = ServerRole.grants(to: role, in: found.schema, on: Set(names))
            try await run(grants, as: "of privileges", in: transaction)
            return true
        }
    }

    private func apply(
        _ migration: PostgresMigration, in transaction: PostgresTransaction, at now: Instant
    ) async throws(Failure) {
        try await run(migration.sql, as: migration.title, in: transaction)
        switch migration.step {
        case .foldSearchText:
            for table in ["patients", "doctors"] { try await transaction.rewriteSearchText(of: table) }
        case .foldSearchTextOfAccounts: try await transaction.rewriteSearchText(of: "accounts")
        case .markRuns:
            try await transaction.rewriteSearchText(of: "patients") { SearchText.marked($0) }
        case .foldAndMark:
            for table in ["doctors", "accounts"] { try await transaction.rewriteSearchText(of: table) }
            try await transaction.rewriteSearchText(of: "patients") { SearchText.markedAnew($0) }
        case nil: break
        }
        let values: [PostgresValue] = [
            .int64(migration.number), .text(migration.name), .text(migration.checksum), .instant(now),
        ]
        try await transaction.change(MigrationStatements.note, values)
    }

    private func run(
        _ sql: String, as title: String, in transaction: PostgresTransaction
    ) async throws(Failure) {
        do throws(PostgresError) {
            try await transaction.executeScript(sql)
        } catch {
            throw Failure(migration: title, error)
        }
    }

    /// Other encodings cannot keep every text, and do not sort by code points.
    private func requireUnicode(_ transaction: PostgresTransaction) async throws(Failure) {
        let encoding = try await transaction.first(MigrationStatements.encoding, []) { row throws(PostgresError) in
            try row.string()
        }
        guard encoding == "UTF8" else { throw .fault("the database's encoding has to be UTF8") }
    }

    private func hasBooks(_ transaction: PostgresTransaction) async throws(Failure) -> Bool {
        try await transaction.first(MigrationStatements.hasBooks, []) { row throws(PostgresError) in
            try row.bool()
        } ?? false
    }

    private func unapplied(_ transaction: PostgresTransaction) async throws(Failure) -> [PostgresMigration] {
        let entries = try await transaction.all(MigrationStatements.entries, []) { row throws(PostgresError) in
            AppliedMigration(number: Int64(try row.int()), name: try row.string(), checksum: try row.string())
        }
        return try migrations.unapplied(after: entries)
    }

    private func outcome<Value: Sendable>(
        _ client: PostgresClient, _ work: @Sendable (PostgresTransaction) async throws(Failure) -> Value
    ) async throws(Failure) -> Value {
        do {
            return try await client.transaction(work)
        } catch {
            throw Failure(postgres: error)
        }
    }
}
