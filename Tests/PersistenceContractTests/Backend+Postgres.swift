#if canImport(PostgresPersistence)
    import Logging
    import PostgresClient
    import PostgresPersistence
    import PostgresTestServer

    extension Backend {
        /// Nothing on a machine without a PostgreSQL server.
        static let postgresIfAvailable = TestPostgres.isAvailable ? [postgres] : []

        /// PostgreSQL in a database of its own, copied from one that was migrated.
        static let postgres = Backend(testDescription: "PostgreSQL") {
            await turnstile.enter()
            do {
                let url = try await migratedDatabase()
                let storage = try openStorage(url)
                let client = PostgresClient(configuration: try singleConnection(url), logger: silent)
                client.start()
                return Opened(storage: storage) { sql in
                    _ = try await client.transaction { transaction throws(PostgresError) in
                        try await transaction.executeScript(sql)
                        return true
                    }
                } withAnother: { work in
                    let another = try openStorage(url)
                    try await work(another)
                    await another.close()
                } close: {
                    await client.shutdown()
                    await storage.close()
                    await turnstile.leave()
                }
            } catch {
                await turnstile.leave()
                throw error
            }
        }

        private static func migratedDatabase() async throws -> String {
            let template = try await TestPostgres.shared.template(named: "contract") { url in
                let storage = try openStorage(url)
                try await storage.migrate(at: .dawn)
                await storage.close()
            }
            return try await TestPostgres.shared.freshDatabase(template: template)
        }

        /// As the server runs: with a role that owns nothing.
        private static func openStorage(_ url: String) throws -> PostgresStorage {
            PostgresStorage.open(
                try configuration(TestRole.server.url(url)), owner: try configuration(TestRole.owner.url(url)),
                audit: try .forTests(), logger: silent)
        }

        /// Tests run all at once, and a server has only so many connections.
        private static let turnstile = Turnstile(places: 24)

        private static let silent = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

        /// For SQL past the storage.
        private static func singleConnection(_ url: String) throws -> PostgresConfiguration {
            var configuration = try configuration(url)
            configuration.readConnections = 0
            configuration.transactionConnections = 1
            return configuration
        }

        /// The test machine may be busy: patient, so that only what a test is about decides it.
        private static func configuration(_ url: String) throws -> PostgresConfiguration {
            var configuration = try PostgresConfiguration(url)
            configuration.readConnections = 1
            configuration.transactionConnections = 4
            configuration.waitLimit = .seconds(60)
            configuration.readTimeout = .seconds(30)
            configuration.statementTimeout = .seconds(60)
            configuration.lockTimeout = .seconds(30)
            return configuration
        }
    }

    /// Lets so many in at a time; the others wait in the order in which they came.
    private actor Turnstile {
        private var places: Int
        private var waiting: [CheckedContinuation<Void, Never>] = []

        init(places: Int) { self.places = places }

        func enter() async {
            guard places == 0 else {
                places -= 1
                return
            }
            await withCheckedContinuation { waiting.append($0) }
        }

        func leave() {
            guard !waiting.isEmpty else {
                places += 1
                return
            }
            waiting.removeFirst().resume()
        }
    }
#else
    extension Backend {
        /// Nothing in a package that has only the SQLite adapter.
        static let postgresIfAvailable: [Backend] = []
    }
#endif
