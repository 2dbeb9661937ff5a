import Application
import Domain
import HTTPTypes
import HospitalDialect
import HummingbirdCore
import Logging
import NIOCore
import NIOEmbedded
import OpenSSLTokens
import SQLitePersistence

@testable import HTTPTransport

/// The whole transport without its sockets, over an empty database in memory, with three accounts.
struct TestServer: Sendable {
    let storage: any Storage
    let clock = TestClock()
    let log = LogRecorder()
    let readiness = Readiness()
    let useCases: UseCases
    /// Everything that is served, the hospital contract too.
    let routes: [Route]
    let dispatcher: Dispatcher
    let metrics: ServerMetrics
    /// Access tokens.
    let nurse: String
    let otherNurse: String
    let admin: String
    /// An account of role patient.
    let patient: String

    /// Which hosts and origins, which house rules, and how large bodies.
    struct Options: Sendable {
        var policy = RequestPolicy(allowedHosts: ["localhost"], allowedOrigins: ["http://localhost:3000"])
        var rules = HouseRules()
        var maximumBodyBytes = 1_048_576
        var listMemoryBytes = 67_108_864
        var isOverTLS = false
        var hasherFailure: Failure?
        var storageFailure: Failure?
        var metricsToken: String?
        var pages: [Route] = []
    }

    init(_ change: (inout Options) -> Void = { _ in }) async throws {
        var options = Options()
        change(&options)
        let random = CountingBits()
        let sqlite = try await SQLiteStorage.open(
            SQLiteSettings(.memory), random: random,
            audit: AuditChains(
                seal: try OpenSSLAuditSeal(secret: "a key for tests that is long enough"), random: random, clock: clock)
        )
        try await sqlite.migrate(at: .dawn)
        nurse = try await sqlite.accessToken("nurse", .staff)
        otherNurse = try await sqlite.accessToken("otherNurse", .staff)
        admin = try await sqlite.accessToken("admin", .admin)
        patient = try await sqlite.accessToken("patient", .patient)
        storage = options.storageFailure.map { BrokenStorage(storage: sqlite, failure: $0) } ?? sqlite
        useCases = UseCases(
            ports: Ports(
                storage: storage, clock: clock, random: random, hasher: PlainHasher(failure: options.hasherFailure),
                tokens: PlainTokens(),
                fingerprints: try OpenSSLRequestFingerprints(secretKey: "a key for tests that is long enough"),
                secondFactors: try OpenSSLSecondFactorSecrets(
                    secretKey: "a key for tests that is long enough", random: random), storageState: sqlite),
            rules: options.rules)
        metrics = ServerMetrics(startedAt: clock.now())
        let numbers = MetricsEndpoint(
            metrics: metrics, measure: useCases.operations.measure,
            access: MetricsAccess(token: options.metricsToken, proxies: options.policy.trustedProxies), version: "0")
        routes = Routes.all(
            useCases, readiness: readiness, metrics: numbers, version: "0",
            dialects: HospitalDialect.routes(useCases), pages: options.pages)
        dispatcher = Dispatcher(
            routes: RouteTree(routes, countedBy: metrics),
            authenticate: useCases.accounts.authenticate, noteRefusal: useCases.audit.noteRefusal, clock: clock,
            random: random,
            fingerprints: useCases.fingerprints, policy: options.policy,
            maximumBodyBytes: options.maximumBodyBytes, budget: PartBudget(bytes: options.listMemoryBytes),
            isOverTLS: options.isOverTLS, log: AccessLog(log.logger),
            metrics: metrics)
    }

    /// Sends a request and waits for its answer, which has to be one that the API's description has.
    ///
    /// - Parameters:
    ///   - token: an access token; `nil` sends no `Authorization`.
    ///   - json: a body, with its content type.
    ///   - headers: stand above those that the other parameters make.
    ///   - peer: the other end of the connection.
    func send(
        _ method: HTTPRequest.Method, _ path: String, as token: String? = nil, json: String? = nil,
        headers: HTTPFields = [:], body: RequestBody? = nil, host: String? = "localhost", from peer: String? = nil
    ) async throws -> Received {
        var fields: HTTPFields = [:]
        if let token { fields[.authorization] = "Bearer \(token)" }
        if json != nil { fields[.contentType] = "application/json" }
        for field in headers { fields[field.name] = field.value }
        let head = HTTPRequest(method: method, scheme: "http", authority: host, path: path, headerFields: fields)
        let sent = body ?? RequestBody(buffer: ByteBuffer(string: json ?? ""))
        let answer = await dispatcher.finishedAnswer(
            to: Request(head: head, body: sent), from: peer.flatMap { ClientAddress($0) })
        let received = try await Received(answer)
        expectContract(method, path, received)
        return received
    }
}

extension Storage {
    /// The access token of a new account that is linked to these records.
    func accessToken(
        _ name: String, _ role: Role, doctor: DoctorID? = nil, patient: PatientID? = nil
    ) async throws(Failure) -> String {
        let new = NewAccount(
            username: Username(stored: name), profile: Profile(email: EmailAddress(stored: "\(name)@example.org")),
            role: role, doctor: doctor, patient: patient, passwordHash: PasswordHash(phc: "plain:Tr1cky-Horse-9"))
        return try await transaction { stores throws(Failure) in
            let account = try await stores.accounts.insert(new, at: .dawn)
            let expiry = Instant.dawn.adding(seconds: 86_400)
            let session = Session(
                id: SessionID(bits: 0xA0 + UInt128(account.id.number)), account: account.id, startedAt: .dawn,
                expiresAt: expiry)
            try await stores.sessions.insert(session)
            return PlainTokens().sign(
                TokenClaims(
                    kind: .access, account: account.id, session: session.id, id: "", issuedAt: .dawn,
                    expiresAt: expiry))
        }
    }
}
