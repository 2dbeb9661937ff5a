import Application
import Domain
import HTTPTypes
import HummingbirdCore
import Logging
import NIOCore
import OpenSSLTokens
import SQLitePersistence

@testable import AdminPages
@testable import HTTPTransport

/// The pages without sockets, over a database in memory, with accounts whose password is `Tr1cky-Horse-9`.
struct PageServer: Sendable {
    static let password = "Tr1cky-Horse-9"

    let storage: SQLiteStorage
    let clock = TestClock()
    let log = LogRecorder()
    let useCases: UseCases
    let metrics: ServerMetrics
    private let dispatcher: Dispatcher

    /// What differs from test to test.
    struct Options: Sendable {
        var accounts: [(name: String, role: Role)] = [
            ("nurse", .staff), ("admin", .admin), ("patient", .patient),
        ]
        var rules = HouseRules()
        var isOverTLS = false
        var time = ClinicTime.utc
        var exports = Exports()
    }

    init(_ change: (inout Options) -> Void = { _ in }) async throws {
        var options = Options()
        change(&options)
        let (key, random) = ("a key for tests that is long enough", CountingBits())
        storage = try await SQLiteStorage.open(
            SQLiteSettings(.memory), random: random,
            audit: AuditChains(seal: try OpenSSLAuditSeal(secret: key), random: random, clock: clock))
        try await storage.migrate(at: .dawn)
        useCases = UseCases(
            ports: Ports(
                storage: storage, clock: clock, random: random, hasher: PlainHasher(),
                tokens: try OpenSSLTokenIssuer(secretKey: key),
                fingerprints: try OpenSSLRequestFingerprints(secretKey: key),
                secondFactors: try OpenSSLSecondFactorSecrets(secretKey: key, random: random), storageState: storage),
            rules: options.rules)
        metrics = ServerMetrics(startedAt: clock.now())
        let settings = PageSettings(
            time: options.time, drafts: try OpenSSLDraftSeal(secretKey: key, random: random), random: random,
            metrics: metrics, version: "1.2.3", exports: options.exports)
        let numbers = MetricsEndpoint(
            metrics: metrics, measure: useCases.operations.measure, access: MetricsAccess(), version: "0")
        dispatcher = Dispatcher(
            routes: RouteTree(
                Routes.all(
                    useCases, readiness: Readiness(), metrics: numbers, version: "0",
                    pages: AdminPages.routes(useCases, settings)), countedBy: metrics),
            authenticate: useCases.accounts.authenticate, noteRefusal: useCases.audit.noteRefusal, clock: clock,
            random: random, fingerprints: useCases.fingerprints,
            policy: RequestPolicy(allowedHosts: ["localhost"], allowedOrigins: []), maximumBodyBytes: 1_048_576,
            budget: PartBudget(bytes: 1_048_576),
            isOverTLS: options.isOverTLS, log: AccessLog(log.logger), metrics: metrics)
        for account in options.accounts { try await add(account.name, account.role) }
    }

    /// A new account.
    func add(_ name: String, _ role: Role, mustChangePassword: Bool = false) async throws {
        let new = NewAccount(
            username: Username(stored: name), profile: Profile(email: EmailAddress(stored: "\(name)@example.org")),
            role: role, mustChangePassword: mustChangePassword,
            passwordHash: PasswordHash(phc: "plain:\(PageServer.password)"))
        _ = try await storage.transaction { stores throws(Failure) in
            try await stores.accounts.insert(new, at: .dawn)
        }
    }

    func send(_ head: HTTPRequest, _ body: String) async throws -> Received {
        let request = Request(head: head, body: RequestBody(buffer: ByteBuffer(string: body)))
        return Received(await dispatcher.finishedAnswer(to: request, from: nil))
    }
}
