import Application
import Domain
import PostgresClient

/// Locks on people, by PostgreSQL's advisory locks, which belong to the transaction and to no row.
struct PostgresRecordLocks: RecordLocks {
    let transaction: PostgresTransaction

    func hold(doctors: Set<DoctorID>, patients: Set<PatientID>) async throws(Failure) {
        let keys = Self.keys(doctors, patients)
        if !keys.isEmpty { try await transaction.change(Self.statement, [.int64s(keys)]) }
    }

    func holdAhead(doctors: Set<DoctorID>, patients: Set<PatientID>) async throws(Failure) {
        let keys = Self.keys(doctors, patients)
        if !keys.isEmpty { try transaction.changeLater(Self.statement, [.int64s(keys)]) }
    }

    /// Leaves the locks of several works to a transaction, in the order in which they are taken.
    static func hold(_ transaction: PostgresTransaction, _ keys: [Int64]) throws(PostgresError) {
        try transaction.executeLater(forSeveral)
        if !keys.isEmpty { try transaction.executeLater(statement, [.int64s(keys)]) }
    }

    /// What several works ask for is planned once, not anew for each number of them; and nobody waits long for a lock that
    /// another work of the transaction wants: alone, that one waits as long as it may.
    private static let forSeveral: PostgresStatement = """
        SELECT set_config('plan_cache_mode', 'force_generic_plan', true), set_config('lock_timeout', '100ms', true)
        """

    /// In the order in which they are taken.
    static func keys(_ doctors: Set<DoctorID>, _ patients: Set<PatientID>) -> [Int64] {
        (doctors.map { AdvisoryLock.doctor($0) } + patients.map { AdvisoryLock.patient($0) }).sorted()
    }

    /// Takes the locks in the order of the array: a function in FROM gives its rows one by one, and nothing here
    /// may reorder them.
    static let statement: PostgresStatement = """
        SELECT pg_advisory_xact_lock(wanted.key)
        FROM unnest($1::bigint[]) AS wanted (key)
        """
}

/// The keys of our advisory locks: the kind in the uppermost bits, then the number. Doctors sort before patients,
/// and each kind by number.
enum AdvisoryLock {
    static let migrations: Int64 = 0x01 << 56

    /// Whether there are administrators.
    static let administrators: Int64 = 0x06 << 56

    /// Which head of the audit trail is the newest.
    static let auditHeads: Int64 = 0x07 << 56

    static func doctor(_ id: DoctorID) -> Int64 { 0x02 << 56 | id.number & numbers }

    static func patient(_ id: PatientID) -> Int64 { 0x03 << 56 | id.number & numbers }

    /// By FNV-1a of 64 bits, of which 56 are used: of two keys that share a lock one is told to ask again, nothing worse.
    static func idempotencyKey(_ key: IdempotencyKey, of account: AccountID?) -> Int64 {
        0x04 << 56 | hash("\(account?.number ?? 0) \(key.text)")
    }

    /// Of two tallies that share a lock one waits for the other, nothing worse.
    static func tally(_ key: ThrottleKey) -> Int64 { 0x05 << 56 | hash(key.text) }

    private static func hash(_ name: String) -> Int64 {
        let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x0000_0100_0000_01B3 }
        return Int64(truncatingIfNeeded: hash) & numbers
    }

    /// Numbers beyond 2^56 share keys with smaller ones; no record has one.
    private static let numbers: Int64 = (1 << 56) - 1
}
