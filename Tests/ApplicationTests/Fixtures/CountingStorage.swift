import Application
import Domain
import Synchronization

/// A storage that writes down which questions about accounts and attempts it is asked, and in which transactions.
final class CountingStorage: Storage {
    private let storage: any Storage
    private let asked = Mutex<[String]>([])

    init(_ storage: any Storage) { self.storage = storage }

    /// What was asked since the last time.
    func takeQuestions() -> [String] {
        asked.withLock { asked in
            defer { asked = [] }; return asked
        }
    }

    fileprivate func note(_ question: String) { asked.withLock { $0.append(question) } }

    var reads: Readers {
        let reads = storage.reads
        return Readers(
            patients: reads.patients, doctors: reads.doctors, assignments: reads.assignments,
            appointments: reads.appointments, accounts: CountingAccounts(counter: self, reader: reads.accounts),
            sessions: reads.sessions, throttle: CountingThrottle(counter: self, store: nil, reader: reads.throttle),
            audit: reads.audit, statistics: reads.statistics)
    }

    var audit: any AuditTrail { storage.audit }

    func transaction<Result: Sendable>(
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        note("transaction")
        return try await storage.transaction { stores throws(Failure) in
            var counted = stores
            counted.throttle = CountingThrottle(counter: self, store: stores.throttle, reader: stores.throttle)
            counted.audit = CountingAudit(counter: self, store: stores.audit)
            return try await work(counted)
        }
    }

    func checkReadiness() async throws(Failure) { try await storage.checkReadiness() }
}

private struct CountingAccounts: AccountReader {
    let counter: CountingStorage
    let reader: any AccountReader

    func find(_ id: AccountID) async throws(Failure) -> Account? {
        counter.note("account")
        return try await reader.find(id)
    }

    func find(_ ids: Set<AccountID>) async throws(Failure) -> [Account] {
        counter.note("accounts")
        return try await reader.find(ids)
    }

    func credentials(of username: String) async throws(Failure) -> Credentials? {
        counter.note("credentials by name")
        return try await reader.credentials(of: username)
    }

    func credentials(of id: AccountID) async throws(Failure) -> Credentials? {
        counter.note("credentials by number")
        return try await reader.credentials(of: id)
    }

    func taken(username: Username?, email: EmailAddress?, except: AccountID?) async throws(Failure) -> [Conflict] {
        counter.note("taken")
        return try await reader.taken(username: username, email: email, except: except)
    }

    func linked(to doctor: DoctorID?, or patient: PatientID?, except: AccountID?) async throws(Failure) -> [Conflict] {
        counter.note("linked")
        return try await reader.linked(to: doctor, or: patient, except: except)
    }

    func list(_ query: AccountQuery) async throws(Failure) -> [Account] {
        counter.note("accounts")
        return try await reader.list(query)
    }

    func outline(_ query: AccountQuery) async throws(Failure) -> [ListEntry] {
        counter.note("accounts")
        return try await reader.outline(query)
    }

    func count(_ query: AccountQuery) async throws(Failure) -> Int {
        counter.note("number of accounts")
        return try await reader.count(query)
    }
}

private struct CountingAudit: AuditStore {
    let counter: CountingStorage
    let store: any AuditStore

    func record(_ events: [AuditEvent]) async throws(Failure) {
        counter.note("\(events.count) events")
        try await store.record(events)
    }

    func newestHead() async throws(Failure) -> KeptAuditHead? { try await store.newestHead() }
    func keep(_ head: SignedAuditHead) async throws(Failure) { try await store.keep(head) }
}

private struct CountingThrottle: ThrottleStore {
    let counter: CountingStorage
    let store: (any ThrottleStore)?
    let reader: any ThrottleReader

    func tallies(of keys: [ThrottleKey], at now: Instant) async throws(Failure) -> [ThrottleKey: FailureTally] {
        counter.note("\(keys.count) tallies")
        return try await reader.tallies(of: keys, at: now)
    }

    func talliesForChange(
        of keys: [ThrottleKey], at now: Instant
    ) async throws(Failure) -> [ThrottleKey: FailureTally] {
        counter.note("\(keys.count) tallies for change")
        return try await store?.talliesForChange(of: keys, at: now) ?? [:]
    }

    func keep(_ tally: FailureTally, under key: ThrottleKey, until expiry: Instant) async throws(Failure) {
        counter.note("keep")
        try await store?.keep(tally, under: key, until: expiry)
    }

    func forget(_ key: ThrottleKey) async throws(Failure) {
        counter.note("forget")
        try await store?.forget(key)
    }

    func tidy(at now: Instant) async throws(Failure) {
        counter.note("tidy")
        try await store?.tidy(at: now)
    }
}
