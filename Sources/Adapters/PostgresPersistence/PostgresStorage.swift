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
    private let client: PostgresClient
    private let migrator: PostgresMigrator
    private let configuration: PostgresConfiguration
    private let logger: Logger

    init(_ configuration: PostgresConfiguration, logger: Logger, migrations: [PostgresMigration]) {
        self.configuration = configuration
        self.logger = logger
        client = PostgresClient(configuration: configuration, logger: logger)
        migrator = PostgresMigrator(migrations: migrations)
        reads = Readers(client)
        client.start()
    }

    /// Starts to connect and goes on trying; returns at once and migrates nothing.
    ///
    /// - Parameter logger: told of connections that come and go, never of values.
    public static func open(_ configuration: PostgresConfiguration, logger: Logger) -> PostgresStorage {
        PostgresStorage(configuration, logger: logger, migrations: PostgresMigration.all)
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
        do {
            return try await client.transaction { transaction throws(Failure) in try await work(Stores(transaction)) }
        } catch {
            throw Failure(postgres: error)
        }
    }

    public func checkReadiness() async throws(Failure) { try await migrator.checkIsCurrent(client) }

    /// Refuses what is new, lets what has begun come to its end, and closes the connections.
    ///
    /// - Parameter limit: after this long the rest is cut off.
    public func close(within limit: Duration = .seconds(30)) async { await client.shutdown(within: limit) }
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

extension Readers {
    init(_ client: PostgresClient) {
        self.init(
            patients: PostgresPatientStore(runner: client), doctors: PostgresDoctorStore(runner: client),
            assignments: PostgresAssignmentStore(runner: client),
            appointments: PostgresAppointmentStore(runner: client), accounts: PostgresAccountStore(runner: client),
            sessions: PostgresSessionStore(runner: client), throttle: PostgresThrottleStore(runner: client))
    }
}

extension Stores {
    init(_ transaction: PostgresTransaction) {
        self.init(
            patients: PostgresPatientStore(runner: transaction), doctors: PostgresDoctorStore(runner: transaction),
            assignments: PostgresAssignmentStore(runner: transaction),
            appointments: PostgresAppointmentStore(runner: transaction),
            accounts: PostgresAccountStore(runner: transaction),
            sessions: PostgresSessionStore(runner: transaction),
            secondFactors: PostgresSecondFactorStore(transaction: transaction),
            throttle: PostgresThrottleStore(runner: transaction),
            idempotency: PostgresIdempotencyStore(transaction: transaction),
            locks: PostgresRecordLocks(transaction: transaction))
    }
}
