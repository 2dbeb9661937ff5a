public import Application
public import Domain
public import Logging

/// Records in a SQLite database. Many may read at a time, and one writes.
///
/// A commit is durable when it is reported (`synchronous = FULL`). A transaction runs on a thread of its own, so
/// nothing here blocks Swift's cooperative threads.
public final class SQLiteStorage: Storage {
    public let reads: Readers
    public let audit: any AuditTrail
    let readAccess: any SQLiteAccess
    let readers: SQLiteReaders?
    let writer: SQLiteWriter
    let migrator = SQLiteMigrator(SQLiteMigration.all)

    private init(writer: SQLiteWriter, readers: SQLiteReaders?) {
        self.writer = writer
        self.readers = readers
        readAccess = readers ?? SQLiteSharedAccess(writer: writer)
        reads = Readers(readAccess)
        audit = GroupedAuditTrail(on: writer.executor) { events throws(Failure) in
            _ = try await writer.transaction { transaction, chain throws(Failure) in
                try await SQLiteAuditStore(transaction: transaction, chain: chain).record(events)
                return events.count
            }
        }
    }

    deinit {
        // Whoever forgets to close leaves no threads behind.
        readers?.stop()
        writer.stop()
    }

    /// Opens the database, and makes the file when it is missing; migrates nothing.
    ///
    /// - Parameters:
    ///   - random: spreads the tries of several processes that wait for each other.
    ///   - audit: the chains in which what happens is noted.
    ///   - logger: told when the log cannot be copied into the database, never of values.
    /// - Throws: `.unavailable` when there is no such place, no permission, or no SQLite database.
    public static func open(
        _ settings: SQLiteSettings, random: any RandomSource, audit chains: AuditChains,
        logger: Logger = Logger(label: "sqlite")
    ) async throws(Failure) -> SQLiteStorage {
        do {
            // All connections before the first thread: a thread without a storage would have nobody to end it.
            let writing = try SQLiteConnection.forWriting(settings)
            let reading = try SQLiteConnection.allForReading(settings)
            let checkpoints = try SQLiteConnection.checkpoints(of: writing, settings, logger: logger)
            return SQLiteStorage(
                writer: SQLiteWriter(writing, settings, random: random, chains: chains, checkpoints: checkpoints),
                readers: reading.isEmpty
                    ? nil
                    : SQLiteReaders(reading, settings))
        } catch {
            throw Failure(sqlite: error)
        }
    }

    /// Names of the migrations that are still to be applied, in order; changes nothing.
    ///
    /// - Throws: `.unavailable` when the schema is newer than this program, or an applied migration is not the one
    ///   that this program has.
    public func pendingMigrations() async throws(Failure) -> [String] {
        let migrator = migrator
        return try await readAccess.run { db in try migrator.pending(in: db).map(\.title) }
    }

    /// Applies what is pending, each migration in a transaction of its own. Where another process migrates at the same
    /// time it is waited for, a minute and more for each migration.
    ///
    /// - Returns: the names of those that were applied by this call.
    /// - Throws: as `pendingMigrations`. Migrations before the one that failed stay applied.
    @discardableResult
    public func migrate(at now: Instant) async throws(Failure) -> [String] {
        let migrator = migrator
        var applied: [String] = []
        for migration in try await readAccess.run({ db in try migrator.pending(in: db) }) {
            if try await apply(migration, at: now) { applied.append(migration.title) }
        }
        return applied
    }

    private func apply(_ migration: SQLiteMigration, at now: Instant) async throws(Failure) -> Bool {
        for _ in 1..<SQLiteStorage.triesOfMigration {
            do throws(Failure) {
                return try await applyOnce(migration, at: now)
            } catch {
                guard error == .busy, !Task.isCancelled else { throw error }
            }
        }
        return try await applyOnce(migration, at: now)
    }

    private func applyOnce(_ migration: SQLiteMigration, at now: Instant) async throws(Failure) -> Bool {
        try await writer.transaction { [migrator] transaction throws(Failure) in
            try await transaction.run { db in try migrator.apply(migration, in: db, at: now) }
        }
    }

    /// Each try waits as long as any transaction does.
    private static let triesOfMigration = 20

    public func transaction<Result: Sendable>(
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try await writer.transaction { transaction, chain throws(Failure) in
            try await work(Stores(transaction, chain))
        }
    }

    public func checkReadiness() async throws(Failure) {
        let migrator = migrator
        let isCurrent = try await readAccess.run { db in try migrator.isCurrent(in: db) }
        guard isCurrent else { throw .unavailable(Fault("migrations are pending")) }
    }

    /// Lets the transaction and the reads that run come to their end, refuses all others, and closes the connections.
    public func close() async {
        readers?.stop()
        await readers?.ended()
        // Last, so that it leaves a database without a log.
        await writer.close()
    }
}

extension Readers {
    convenience init(_ access: any SQLiteAccess) {
        self.init(
            patients: SQLitePatientStore(access: access), doctors: SQLiteDoctorStore(access: access),
            assignments: SQLiteAssignmentStore(access: access), appointments: SQLiteAppointmentStore(access: access),
            accounts: SQLiteAccountStore(access: access), sessions: SQLiteSessionStore(access: access),
            throttle: SQLiteThrottleStore(access: access), audit: SQLiteAuditReader(access: access),
            statistics: SQLiteStatisticsReader(access: access))
    }
}

extension Stores {
    fileprivate init(_ transaction: SQLiteTransaction, _ chain: ChainWriter) {
        self.init(
            patients: SQLitePatientStore(access: transaction), doctors: SQLiteDoctorStore(access: transaction),
            assignments: SQLiteAssignmentStore(access: transaction),
            appointments: SQLiteAppointmentStore(access: transaction),
            accounts: SQLiteAccountStore(access: transaction), sessions: SQLiteSessionStore(access: transaction),
            secondFactors: SQLiteSecondFactorStore(transaction: transaction),
            throttle: SQLiteThrottleStore(access: transaction),
            idempotency: SQLiteIdempotencyStore(transaction: transaction), locks: SQLiteRecordLocks(),
            audit: SQLiteAuditStore(transaction: transaction, chain: chain))
    }
}

/// Nothing to lock: there is one transaction at a time.
struct SQLiteRecordLocks: RecordLocks {
    func hold(doctors: Set<DoctorID>, patients: Set<PatientID>) async throws(Failure) {}
    func holdAhead(doctors: Set<DoctorID>, patients: Set<PatientID>) async throws(Failure) {}
}
