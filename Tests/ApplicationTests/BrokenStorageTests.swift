import Application
import Domain
import Testing

@Suite("When storage fails")
struct BrokenStorageTests {
    static let failures: [Failure] = [
        .busy, .unavailable(Fault("08006")), .unavailable(Fault("08006", outcomeUnknown: true)),
    ]

    @Test("everything that can be done in the scene passes the failure on unchanged", arguments: Deed.all)
    func deeds(deed: Deed) async throws {
        for failure in BrokenStorageTests.failures {
            let scene = try await Scene(storageFailing: failure)

            await #expect(throws: failure) { try await deed.act(scene, scene.clinic.admin) }
        }
    }

    @Test("signing in, signing out, registering and all else about accounts fails closed", arguments: failures)
    func accounts(failure: Failure) async throws {
        let clinic = try await TestClinic()
        let tokens = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        let accounts = clinic.failing(failure).accounts

        await #expect(throws: failure) { try await accounts.signIn(username: "nurse", password: .good) }
        await #expect(throws: failure) { try await accounts.register(.nora) }
        await #expect(throws: failure) { try await accounts.authenticate(accessToken: tokens.access) }
        await #expect(throws: failure) { try await accounts.refreshTokens(refreshToken: tokens.refresh) }
        await #expect(throws: failure) { try await accounts.signOut(refreshToken: tokens.refresh) }
        await #expect(throws: failure) { try await accounts.findProfile(of: clinic.nurse) }
        await #expect(throws: failure) { try await accounts.changeProfile(by: clinic.nurse) { ProfileForm($0) } }
    }

    @Test("lists and readiness fail closed", arguments: failures)
    func listsAndReadiness(failure: Failure) async throws {
        let clinic = try await TestClinic()
        let useCases = clinic.failing(failure)

        await #expect(throws: failure) { try await useCases.patients.list(PatientQuery(), for: clinic.nurse) }
        await #expect(throws: failure) { try await useCases.doctors.list(DoctorQuery(), for: clinic.nurse) }
        await #expect(throws: failure) { try await useCases.assignments.list(AssignmentQuery(), for: clinic.nurse) }
        await #expect(throws: failure) { try await useCases.appointments.list(AppointmentQuery(), for: clinic.nurse) }
        await #expect(throws: failure) { try await useCases.administration.list(AccountQuery(), for: clinic.admin) }
        await #expect(throws: failure) { try await useCases.checkReadiness() }
    }

    @Test("a refresh token that others use already is good while there is no place for another transaction")
    func busyRefresh() async throws {
        let clinic = try await TestClinic()
        let first = try await clinic.accounts.signIn(username: "nurse", password: .good).tokens
        let second = try await clinic.accounts.refreshTokens(refreshToken: first.refresh)
        var ports = clinic.ports
        ports.storage = StorageWithoutTransactions(storage: clinic.storage)
        let accounts = UseCases(ports: ports, rules: HouseRules()).accounts

        let renewed = try await accounts.refreshTokens(refreshToken: first.refresh)

        await #expect(throws: Never.self) { try await accounts.authenticate(accessToken: renewed.access) }
        await #expect(throws: Failure.busy) { try await accounts.refreshTokens(refreshToken: second.refresh) }
    }

    @Test("a clinic whose storage works is ready")
    func ready() async throws {
        let clinic = try await TestClinic()

        await #expect(throws: Never.self) { try await clinic.useCases.checkReadiness() }
    }

    @Test("a registration whose session cannot be kept leaves no account behind")
    func halfRegistration() async throws {
        let clinic = try await TestClinic()
        var ports = clinic.ports
        ports.storage = StorageWithoutSessions(storage: clinic.storage)
        let accounts = UseCases(ports: ports, rules: HouseRules()).accounts

        await #expect(throws: Failure.busy) { try await accounts.register(.nora) }

        #expect(try await clinic.reads.accounts.credentials(of: "nora") == nil)
    }
}

/// A storage that can be read, and has no place for transactions.
private struct StorageWithoutTransactions: Storage {
    let storage: any Storage

    var reads: Readers { storage.reads }
    var audit: any AuditTrail { storage.audit }

    func transaction<Result: Sendable>(
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result { throw .busy }

    func checkReadiness() async throws(Failure) { throw .busy }
}

/// A storage in which no session can be kept.
private struct StorageWithoutSessions: Storage {
    let storage: any Storage

    var reads: Readers { storage.reads }
    var audit: any AuditTrail { storage.audit }

    func transaction<Result: Sendable>(
        _ work: @escaping @Sendable (Stores) async throws(Failure) -> Result
    ) async throws(Failure) -> Result {
        try await storage.transaction { stores throws(Failure) in
            var changed = stores
            changed.sessions = BusySessions()
            return try await work(changed)
        }
    }

    func checkReadiness() async throws(Failure) { try await storage.checkReadiness() }
}

private struct BusySessions: SessionStore {
    func caller(of session: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Caller? {
        throw .busy
    }
    func find(_ id: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Session? { throw .busy }
    func list(of account: AccountID, at now: Instant) async throws(Failure) -> [Session] { throw .busy }
    func noteUse(of id: SessionID, at now: Instant) async throws(Failure) { throw .busy }
    func insert(_ session: Session) async throws(Failure) { throw .busy }
    func findForChange(_ id: SessionID, account: AccountID, at now: Instant) async throws(Failure) -> Session? {
        throw .busy
    }
    func update(_ session: Session) async throws(Failure) { throw .busy }
    func end(_ id: SessionID, at now: Instant) async throws(Failure) { throw .busy }
    func endAll(of account: AccountID, except kept: SessionID?, at now: Instant) async throws(Failure) { throw .busy }
}
