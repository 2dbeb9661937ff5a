import Application
import Domain
import Logging
import PostgresClient
import PostgresTestServer

@testable import PostgresPersistence

/// Runs a test with a storage on an empty database without any migration.
func withEmptyStorage(
    migrations: [PostgresMigration] = PostgresMigration.all,
    _ test: (_ storage: PostgresStorage, _ url: String) async throws -> Void
) async throws {
    try await withStorage(on: try await TestPostgres.shared.freshDatabase(), migrations: migrations, test: test)
}

/// Runs a test with a storage on a database with all migrations.
func withStorage(
    configured change: (inout PostgresConfiguration) -> Void = { _ in },
    test: (_ storage: PostgresStorage, _ url: String) async throws -> Void
) async throws {
    let template = try await TestPostgres.shared.template(named: "persistence") { url in
        try await withStorage(on: url) { storage, _ in try await storage.migrate(at: .noon) }
    }
    try await withStorage(
        on: try await TestPostgres.shared.freshDatabase(template: template), configured: change, test: test)
}

/// Runs a test with a storage on a given database.
func withStorage(
    on url: String, migrations: [PostgresMigration] = PostgresMigration.all,
    configured change: (inout PostgresConfiguration) -> Void = { _ in },
    test: (_ storage: PostgresStorage, _ url: String) async throws -> Void
) async throws {
    let storage = PostgresStorage(
        try configuration(url, change), audit: .plain, logger: .silent, migrations: migrations)
    do {
        try await test(storage, url)
        await storage.close()
    } catch {
        await storage.close()
        throw error
    }
}

/// Runs a test with a bare client on a database with all migrations.
func withClient(_ test: (PostgresClient) async throws -> Void) async throws {
    try await withStorage { _, url in try await withClient(on: url, test) }
}

/// Runs a test with a bare client on a given database.
func withClient(on url: String, _ test: (PostgresClient) async throws -> Void) async throws {
    let client = PostgresClient(configuration: try configuration(url), logger: .silent)
    client.start()
    do {
        try await test(client)
        await client.shutdown()
    } catch {
        await client.shutdown()
        throw error
    }
}

/// Returns when a connection to the database waits for a lock, or after a while when none does.
func untilSomebodyWaits(_ url: String) async {
    let waiting = """
        SELECT count(*) FROM pg_stat_activity
        WHERE datname = current_database() AND wait_event_type = 'Lock'
        """
    for _ in 0..<500 {
        guard (try? await TestPostgres.psql(url, waiting)) == "0" else { return }
    }
}

/// Patient, since the test machine may be busy.
private func configuration(
    _ url: String, _ change: (inout PostgresConfiguration) -> Void = { _ in }
) throws -> PostgresConfiguration {
    var configuration = try PostgresConfiguration(url)
    configuration.readConnections = 1
    configuration.transactionConnections = 4
    configuration.waitLimit = .seconds(60)
    configuration.readTimeout = .seconds(30)
    configuration.statementTimeout = .seconds(60)
    configuration.lockTimeout = .seconds(30)
    change(&configuration)
    return configuration
}

extension Logger {
    static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

extension Instant {
    static let noon = Instant(CalendarDate(year: 2025, month: 9, day: 1)!, timeOfDay: day / 2)
}
