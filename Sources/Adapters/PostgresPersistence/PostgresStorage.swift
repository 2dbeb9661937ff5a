public import Application
public import Domain
public import Logging
public import PostgresClient

/// Records in a PostgreSQL database, which any number of server processes may share.
///
/// A commit is durable as the server's `synchronous_commit` says. No state is kept in a session, so PgBouncer may
/// stand between in transaction mode (`PostgresConfiguration.sessionOptions` off).
public final class PostgresStorage: Storage {
    public let reads: Readers
    public let audit: any AuditTrail
    private let client: PostgresClient
    /// With a connection of its own, so that reads do not wait for transactions before they are noted.
    private let auditClient: PostgresClient
    private let chains: AuditChains
    private let migrator: PostgresMigrator
    private let configuration: PostgresConfiguration
    private let logger: Logger

    init(
        _ configuration: PostgresConfiguration, audit chains: AuditChains, logger: Logger,
        migrations: [PostgresMigration]
    ) {
        self.configuration = configuration
        self.logger = logger
        self.chains = chains
        client = PostgresClient(configuration: configuration, logger: logger)
        let auditClient = PostgresClient(configuration: configuration.forAudit, logger: logger)
        self.auditClient = auditClient
        migrator = PostgresMigrator(migrations: migrations)
        reads = Readers(client)
        audit = GroupedAuditTrail { events throws(Failure) in
            _ = try await auditClient.transaction(noting: chains) { stores throws(Failure) in
                try await stores.audit.record(events)
                return events.count
            }
        }
        client.start()
        auditClient.start()
    }

    /// Starts to connect and goes on trying; returns at once and migrates nothing.
    ///
    /// - Parameters:
    ///   - audit: the chains in which what happens is noted.
    ///   - logger: told of connections that come and go, never of values.
    public static func open(
        _ configuration: PostgresConfiguration, audit: AuditChains, logger: Logger
    ) -> PostgresStorage {
        PostgresStorage(configuration, audit: audit, logger: logger, migrations: PostgresMigration.all)
    }

    /// Names of the migrations that are still to be applied, in order; changes nothing.
    ///
    /// - Throws: `.unavailable` when the schema is newer than this program, an applied migration is not the one that
    ///   this program has, or what is pending cannot be applied by this role in this database.
    public func pendingMigrations() async throws(Failure) -> [String] {
        try await withOwnClient { client throws(Failure) in try await migrator.pending(in: client) }.map(\.title)
    }

    /// Applies what is pending, each migration in a transaction of its own. Of several processes that call this at
    /// the same time each migration is applied by one.
    ///
    /// - Returns: the names of those that were applied by this call.
    /// - Throws: as `pendingMigrations`. Migrations before the one that failed stay applied.
    @discardableResult
    public func migrate(at now: Instant) async throws(Failure) -> [String] {
        try await withOwnClient { client throws(Failure) in try await migrator.migrate(client, at: now) }.map(\.title)
    }

    /// With connections of its own, which wait longer than those that serve requests.
    private func withOwnClient<Result: Sendable>(
        _ work: (PostgresClient) async throws(Failure) -> Result
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

    public func transaction<Result: Sendable>(
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try await client.transaction(noting: chains, work)
    }

    public func checkReadiness() async throws(Failure) { try await migrator.checkIsCurrent(client) }

    /// Refuses what is new, lets what has begun come to its end, and closes the connections.
    ///
    /// - Parameter limit: after this long the rest is cut off.
    public func close(within limit: Duration = .seconds(30)) async {
        await client.shutdown(within: limit)
        await auditClient.shutdown(within: limit)
    }
}

extension PostgresClient {
    /// A transaction whose events go on with a chain.
    fileprivate func transaction<Result: Sendable>(
        noting chains: AuditChains, _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        let chain = chains.writer()
        do {
            let result = try await transaction { transaction throws(Failure) in
                chain.restart()
                return try await work(Stores(transaction, chain))
            }
            chain.finish(.kept)
            return result
        } catch {
            let failure = Failure(postgres: error)
            chain.finish(ChainWriter.End(failure))
            throw failure
        }
    }
}

extension PostgresConfiguration {
    /// One connection for transactions, and none for reads.
    fileprivate var forAudit: PostgresConfiguration {
        var copy = self
        copy.readConnections = 0
        copy.transactionConnections = 1
        return copy
    }

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

extension Readers {
    init(_ client: PostgresClient) {
        self.init(
            patients: PostgresPatientStore(runner: client), doctors: PostgresDoctorStore(runner: client),
            assignments: PostgresAssignmentStore(runner: client),
            appointments: PostgresAppointmentStore(runner: client), accounts: PostgresAccountStore(runner: client),
            sessions: PostgresSessionStore(runner: client), throttle: PostgresThrottleStore(runner: client),
            audit: PostgresAuditReader(runner: client))
    }
}

extension Stores {
    fileprivate init(_ transaction: PostgresTransaction, _ chain: ChainWriter) {
        self.init(
            patients: PostgresPatientStore(runner: transaction), doctors: PostgresDoctorStore(runner: transaction),
            assignments: PostgresAssignmentStore(runner: transaction),
            appointments: PostgresAppointmentStore(runner: transaction),
            accounts: PostgresAccountStore(runner: transaction),
            sessions: PostgresSessionStore(runner: transaction),
            secondFactors: PostgresSecondFactorStore(transaction: transaction),
            throttle: PostgresThrottleStore(runner: transaction),
            idempotency: PostgresIdempotencyStore(transaction: transaction),
            locks: PostgresRecordLocks(transaction: transaction),
            audit: PostgresAuditStore(transaction: transaction, chain: chain))
    }
}
