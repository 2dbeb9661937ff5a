import AdminPages
import Application
import Argon2PasswordHashing
import Domain
import HTTPTransport
import HospitalDialect
import Logging
import OpenSSLTokens
import SQLitePersistence

/// A server with everything it needs, ready to run: the only place where adapters are wired to use cases.
struct BuiltServer: Sendable {
    let http: HTTPServer
    let auditHeads: AuditHeadService
    let database: any Database
    private let hasher: Argon2PasswordHasher
    private let useCases: UseCases

    /// Opens the database, brings its schema up to date unless told otherwise, and wires the server.
    ///
    /// - Parameter onRunning: called with the port once connections are taken.
    /// - Throws: `StartFailure` that says what to do.
    init(
        _ configuration: Configuration, logger: Logger, onRunning: @escaping @Sendable (Int) async -> Void = { _ in }
    ) async throws {
        let tls = try configuration.tls?.read(at: SystemClock().now())
        let key = try configuration.signingKey()
        let hasher = try configuration.passwordHasher()
        let seal = try configuration.auditSeal()
        let chains = AuditChains(seal)
        let database = try await configuration.openDatabase(audit: chains, logger: logger)
        do {
            try await configuration.prepareSchema(of: database, logger: logger)
        } catch {
            await database.close()
            throw error
        }
        try self.init(
            configuration, tls: tls, key: key, hasher: hasher, database: database, audit: (seal, chains),
            logger: logger,
            onRunning: onRunning)
        await auditHeads.begin()
    }

    /// A server that only tells what it would serve: its database is empty and in memory, its key nobody's.
    init(describing configuration: Configuration) async throws {
        let key = Sensitive(String(repeating: "-", count: 64))
        let seal = try OpenSSLAuditSeal(secret: key.text)
        let chains = AuditChains(seal)
        try self.init(
            configuration, tls: nil, key: key, hasher: try configuration.passwordHasher(),
            database: try await SQLiteStorage.open(
                SQLiteSettings(.memory), random: OpenSSLRandomSource(), audit: chains),
            audit: (seal, chains), logger: quietLogger(), onRunning: { _ in })
    }

    private init(
        _ configuration: Configuration, tls: TLSIdentity?, key: Sensitive, hasher: Argon2PasswordHasher,
        database: any Database, audit: (seal: OpenSSLAuditSeal, chains: AuditChains), logger: Logger,
        onRunning: @escaping @Sendable (Int) async -> Void
    ) throws {
        self.database = database
        self.hasher = hasher
        auditHeads = AuditHeadService(
            sign: SignAuditHead(database, audit.chains, audit.seal),
            interval: .seconds(configuration.auditHeadSeconds), logger: logger)
        let random = OpenSSLRandomSource()
        let ports = Ports(
            storage: database, clock: SystemClock(), random: random, hasher: hasher,
            tokens: try OpenSSLTokenIssuer(secretKey: key.text),
            fingerprints: try OpenSSLRequestFingerprints(secretKey: key.text),
            secondFactors: try OpenSSLSecondFactorSecrets(secretKey: key.text, random: random),
            auditKeys: try configuration.auditKeys(audit.seal), storageState: database, hashingLoad: hasher)
        useCases = UseCases(ports: ports, rules: configuration.rules)
        var settings = configuration.httpSettings
        settings.tls = tls
        let metrics = ServerMetrics(startedAt: ports.clock.now())
        let pages = PageSettings(
            time: configuration.clinicTime, drafts: try OpenSSLDraftSeal(secretKey: key.text, random: random),
            random: random, metrics: metrics, version: settings.version,
            pause: { try? await Task.sleep(for: .milliseconds(100)) })
        http = HTTPServer(
            useCases: useCases,
            dialects: configuration.servesHospitalDialect ? HospitalDialect.routes(useCases) : [],
            pages: configuration.servesAdminPages ? AdminPages.routes(useCases, pages) : [], metrics: metrics,
            random: random, settings: settings, logger: logger, onRunning: onRunning)
    }

    /// Closes what the server used, after it has stopped.
    func close() async {
        await useCases.finish()
        await hasher.shutDown()
        await auditHeads.signNow()
        await database.close()
    }
}

extension Configuration {
    /// - Throws: `StartFailure` when the schema is not the program's and may not, or cannot, be made so.
    fileprivate func prepareSchema(of database: any Database, logger: Logger) async throws {
        do {
            let pending = try await database.pendingMigrations()
            guard pending.isEmpty || migratesOnStart else {
                throw StartFailure(
                    "The database lacks \(pending.count) migrations and AUTO_MIGRATE is off. Run: clinic migrate")
            }
            // An owner of its own also gives the server's role what it needs.
            if !pending.isEmpty || (migratesOnStart && migrationConnection != nil) {
                for name in try await database.migrate(at: SystemClock().now()) {
                    logger.notice("migration applied", metadata: ["migration": "\(name)"])
                }
            }
            if try await database.isConfined() == false {
                logger.notice("row-level security is off", metadata: ["reason": "\(CheckCommand.unconfined)"])
            }
        } catch let failure as Failure {
            throw StartFailure("The database is not usable (\(failure.summary)). Run: clinic check")
        }
    }
}
