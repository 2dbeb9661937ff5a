import Application
import Domain
import OpenSSLTokens
import SQLitePersistence

/// All use cases over an empty database in memory, with three accounts.
struct TestClinic: Sendable {
    let storage: SQLiteStorage
    let seal: OpenSSLAuditSeal
    let chains: AuditChains
    let clock = TestClock()
    let hasher = RecordingHasher()
    let ports: Ports
    let rules: HouseRules
    var useCases: UseCases
    let nurse: Caller
    let otherNurse: Caller
    let admin: Caller

    /// - Parameter change: what this clinic decides otherwise than by default.
    init(_ change: (inout HouseRules) -> Void = { _ in }) async throws {
        let random = CountingBits()
        seal = try OpenSSLAuditSeal(secret: "a key for tests that is long enough")
        chains = AuditChains(seal: seal, random: random, clock: clock)
        storage = try await SQLiteStorage.open(SQLiteSettings(.memory), random: random, audit: chains)
        try await storage.migrate(at: .dawn)
        var rules = HouseRules()
        change(&rules)
        self.rules = rules
        ports = Ports(
            storage: storage, clock: clock, random: random, hasher: hasher,
            tokens: try OpenSSLTokenIssuer(secretKey: "a key for tests that is long enough"),
            fingerprints: try OpenSSLRequestFingerprints(secretKey: "a key for tests that is long enough"),
            secondFactors: try OpenSSLSecondFactorSecrets(
                secretKey: "a key for tests that is long enough", random: random),
            auditKeys: AuditKeys(seals: [seal], signatures: OpenSSLSignatureCheck()))
        useCases = UseCases(ports: ports, rules: rules)
        nurse = try await storage.account("nurse", .staff)
        otherNurse = try await storage.account("otherNurse", .staff)
        admin = try await storage.account("admin", .admin)
    }

    /// The same use cases over a storage that fails at everything.
    func failing(_ failure: Failure) -> UseCases {
        var ports = ports
        ports.storage = BrokenStorage(failure: failure)
        return UseCases(ports: ports, rules: rules)
    }

    var accounts: AccountUseCases { useCases.accounts }
    var patients: PatientUseCases { useCases.patients }
    var doctors: DoctorUseCases { useCases.doctors }
    var assignments: AssignmentUseCases { useCases.assignments }
    var appointments: AppointmentUseCases { useCases.appointments }
    var reads: Readers { storage.reads }
}
