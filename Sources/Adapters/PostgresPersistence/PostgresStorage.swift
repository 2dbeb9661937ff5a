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
    let client: PostgresClient
    /// With a connection of its own, so that reads do not wait for transactions before they are noted.
    let auditClient: PostgresClient
    private let chains: AuditChains
    let shared: SharedTransactions<AuditEvent>
    let migrator: PostgresMigrator
    let configuration: PostgresConfiguration
    /// Of the role that owns the tables, when it is another.
    let owner: PostgresConfiguration?
    let logger: Logger

    init(
        _ configuration: PostgresConfiguration, owner: PostgresConfiguration?, audit chains: AuditChains,
        logger: Logger, migrations: [PostgresMigration]
    ) {
        let configuration = configuration.withSight
        self.configuration = configuration
        self.owner = owner
        self.logger = logger
        self.chains = chains
        let client = PostgresClient(configuration: configuration, logger: logger)
        self.client = client
        shared = SharedTransactions(
            of: client, holding: PostgresRecordLocks.hold,
            opening: { body throws(TransactionError<PostgresError>) in
                try await client.sharedTransaction(noting: chains, body)
            })
        let auditClient = PostgresClient(configuration: configuration.forAudit, logger: logger)
        self.auditClient = auditClient
        migrator = PostgresMigrator(migrations: migrations)
        reads = Readers(client)
        audit = GroupedAuditTrail(on: auditClient.transactionExecutor) { events throws(Failure) in
            do throws(TransactionError<Failure>) {
                _ = try await auditClient.transaction(noting: chains) { stores throws(Failure) in
                    try await stores.audit.record(events)
                    return events.count
                }
            } catch {
                throw Failure(postgres: error)
            }
        }
        client.start()
        auditClient.start()
    }

    /// Starts to connect and goes on trying; returns at once and migrates nothing.
    ///
    /// - Parameters:
    ///   - owner: how the role that owns the tables reaches the same database, where the server's is another; it is used
    ///     for migrations alone.
    ///   - audit: the chains in which what happens is noted.
    ///   - logger: told of connections that come and go, never of values.
    public static func open(
        _ configuration: PostgresConfiguration, owner: PostgresConfiguration? = nil, audit: AuditChains,
        logger: Logger
    ) -> PostgresStorage {
        PostgresStorage(
            configuration, owner: owner, audit: audit, logger: logger, migrations: PostgresMigration.all)
    }

    public func transaction<Result: Sendable>(
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        do throws(TransactionError<Failure>) {
            return try await client.transaction(noting: chains, work)
        } catch {
            throw Failure(postgres: error)
        }
    }

    /// Shares the database's transaction with others that come at the same time.
    public func transaction<Result: Sendable>(
        holding doctors: Set<DoctorID>, and patients: Set<PatientID>,
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        do throws(TransactionError<Failure>) {
            return try await shared.run(
                holding: PostgresRecordLocks.keys(doctors, patients),
                { seat throws(Failure) in try await work(Stores(seat)) },
                alone: { () throws(TransactionError<Failure>) in
                    try await client.transaction(noting: chains) { stores throws(Failure) in
                        try await stores.locks.holdAhead(doctors: doctors, patients: patients)
                        return try await work(stores)
                    }
                })
        } catch {
            throw Failure(postgres: error)
        }
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
    ) async throws(TransactionError<Failure>) -> Result {
        let chain = chains.writer()
        do {
            let result = try await transaction { transaction throws(Failure) in
                chain.restart()
                return try await work(
                    Stores(transaction, audit: PostgresAuditStore(transaction: transaction, chain: chain)))
            }
            chain.finish(.kept)
            return result
        } catch {
            chain.finish(ChainWriter.End(Failure(postgres: error)))
            throw error
        }
    }

    /// A transaction of several works, whose events go on with one chain. It is not repeated: each of them is, alone.
    fileprivate func sharedTransaction(
        noting chains: AuditChains, _ body: SharedTransactions<AuditEvent>.Body
    ) async throws(TransactionError<PostgresError>) {
        let chain = chains.writer()
        do {
            try await transaction(retries: 0) { transaction throws(PostgresError) in
                let events = try await body(transaction)
                guard !events.isEmpty else { return }
                try PostgresAuditStore(transaction: transaction, chain: chain).recordLater(events)
            }
            chain.finish(.kept)
        } catch {
            chain.finish(error.isOfUnknownOutcome ? .unknown : .undone)
            throw error
        }
    }
}

extension PostgresConfiguration {
    /// Statements say what they see.
    var withSight: PostgresConfiguration {
        var copy = self
        copy.localSetting = Sight.settingName
        return copy
    }

    /// One connection for transactions, and none for reads.
    fileprivate var forAudit: PostgresConfiguration {
        var copy = self
        copy.readConnections = 0
        copy.transactionConnections = 1
        return copy
    }
}

extension Readers {
    convenience init(_ client: PostgresClient) {
        self.init(
            patients: PostgresPatientStore(runner: client, frequent: FrequentWords()),
            doctors: PostgresDoctorStore(runner: client),
            assignments: PostgresAssignmentStore(runner: client),
            appointments: PostgresAppointmentStore(runner: client), accounts: PostgresAccountStore(runner: client),
            sessions: PostgresSessionStore(runner: client), throttle: PostgresThrottleStore(runner: client),
            audit: PostgresAuditReader(runner: client), statistics: PostgresStatisticsReader(runner: client))
    }
}

extension Stores {
    init(_ transaction: PostgresTransaction, audit: any AuditStore) {
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
            audit: audit)
    }
}
