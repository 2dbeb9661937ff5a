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

/// Runs a test with a storage on a given database, which it reaches as a server does: with a role that owns nothing, and
/// the owner's for migrations.
func withStorage(
    on url: String, migrations: [PostgresMigration] = PostgresMigration.all,
    configured change: (inout PostgresConfiguration) -> Void = { _ in },
    test: (_ storage: PostgresStorage, _ url: String) async throws -> Void
) async throws {
    let server = try configuration(TestRole.server.url(url), change)
    let owner = try configuration(TestRole.owner.url(url), change)
    try await withStorage(server, owner: owner, migrations: migrations) { try await test($0, url) }
}

/// Runs a test with a storage on a given database, with the one role that the connection string names.
func withStorageOfOneRole(_ url: String, test: (PostgresStorage) async throws -> Void) async throws {
    try await withStorage(try configuration(url), owner: nil, migrations: PostgresMigration.all, test: test)
}

private func withStorage(
    _ configuration: PostgresConfiguration, owner: PostgresConfiguration?, migrations: [PostgresMigration],
    test: (PostgresStorage) async throws -> Void
) async throws {
    let storage = PostgresStorage(
        configuration, owner: owner, audit: .plain, logger: .silent, migrations: migrations)
    do {
        try await test(storage)
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

/// Runs a test with a bare client on a given database, with the server's role.
func withClient(on url: String, _ test: (PostgresClient) async throws -> Void) async throws {
    let client = PostgresClient(configuration: try configuration(TestRole.server.url(url)), logger: .silent)
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
    configuration.localSetting = Sight.settingName
    change(&configuration)
    return configuration
}

extension Logger {
    static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

extension Instant {
    static let noon = Instant(CalendarDate(year: 2025, month: 9, day: 1)!, timeOfDay: day / 2)
}
