public import Domain
import PostgresClient

extension PostgresStorage {
    /// Names of the migrations that are still to be applied, in order; changes nothing.
    ///
    /// - Throws: `.unavailable` when the schema is newer than this program, an applied migration is not the one that
    ///   this program has, or what is pending cannot be applied by this role in this database.
    public func pendingMigrations() async throws(Failure) -> [String] {
        // Both roles have to reach the database.
        if owner != nil { _ = try await serverRole() }
        return try await withOwnClient(owner ?? configuration) { client throws(Failure) in
            try await migrator.pending(in: client)
        }.map(\.title)
    }

    /// Applies what is pending, each migration in a transaction of its own. Of several processes that call this at
    /// the same time each migration is applied by one. Where the tables have an owner of their own, the server's role
    /// gets its privileges after that, whether anything was pending or not.
    ///
    /// - Returns: the names of those that were applied by this call.
    /// - Throws: as `pendingMigrations`. Migrations before the one that failed stay applied.
    @discardableResult
    public func migrate(at now: Instant) async throws(Failure) -> [String] {
        let applied = try await withOwnClient(owner ?? configuration) { client throws(Failure) in
            try await migrator.migrate(client, at: now)
        }
        if let owner {
            let role = try await serverRole()
            try await withOwnClient(owner) { client throws(Failure) in try await migrator.grant(to: role, client) }
        }
        return applied.map(\.title)
    }

    private func serverRole() async throws(Failure) -> String {
        let name = try await withOwnClient(configuration) { client throws(Failure) in
            try await client.first(ServerRole.name, []) { row throws(PostgresError) in try row.string() }
        }
        guard let name else { throw Failure(postgres: .unexpectedRowCount(0)) }
        return name
    }

    /// Whether the server's role neither owns the tables nor stands above their policies: then a statement that forgot
    /// whom it asks for finds nothing, and nobody with this role can change the audit trail.
    ///
    /// - Throws: `.unavailable`, also when migrations are pending.
    public func hasConfinedRole() async throws(Failure) -> Bool {
        try await withOwnClient(configuration) { client throws(Failure) in
            try await client.first(ServerRole.isConfined, []) { row throws(PostgresError) in try row.bool() }
        } ?? false
    }

    /// With connections of its own, which wait longer than those that serve requests.
    private func withOwnClient<Result: Sendable>(
        _ configuration: PostgresConfiguration, _ work: (PostgresClient) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        let client = PostgresClient(configuration: configuration.forSchemaWork, logger: logger)
        client.start()
        do throws(Failure) {
            let result = try await work(client)
            await client.shutdown()
            return result
        } catch {
            await client.shutdown()
            throw error
        }
    }
}

extension PostgresConfiguration {
    /// With time for each of several hosts to be tried, for others who migrate at the same moment, and for building an
    /// index on many rows.
    fileprivate var forSchemaWork: PostgresConfiguration {
        var copy = self
        copy.waitLimit = max(waitLimit, openingTime + .seconds(1))
        copy.readConnections = 1
        copy.transactionConnections = 1
        copy.lockTimeout = .seconds(600)
        copy.statementTimeout = .seconds(3600)
        return copy
    }
}
