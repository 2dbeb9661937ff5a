import Logging
import PostgresClient
import PostgresTestServer

/// What a test sets other than usual.
struct Settings: Sendable {
    let change: @Sendable (inout PostgresConfiguration) -> Void

    static let usual = Settings { _ in }

    static func with(_ change: @escaping @Sendable (inout PostgresConfiguration) -> Void) -> Settings {
        Settings(change: change)
    }
}

/// Runs a test with a client on a fresh database, and shuts it down after.
@discardableResult
func withClient<Value: Sendable>(
    _ settings: Settings = .usual,
    _ test: (PostgresClient, _ url: String) async throws -> Value
) async throws -> Value {
    try await withClient(on: try await TestPostgres.shared.freshDatabase(), settings, test)
}

/// Runs a test with a client on a given server.
@discardableResult
func withClient<Value: Sendable>(
    on url: String, _ settings: Settings = .usual,
    _ test: (PostgresClient, _ url: String) async throws -> Value
) async throws -> Value {
    var configuration = try PostgresConfiguration(url)
    configuration.takeTime()
    configuration.transactionConnections = 3
    settings.change(&configuration)
    let client = PostgresClient(configuration: configuration, logger: .silent)
    client.start()
    do {
        let value = try await test(client, url)
        await client.shutdown(within: .seconds(5))
        return value
    } catch {
        await client.shutdown(within: .seconds(5))
        throw error
    }
}

extension PostgresConfiguration {
    /// The test machine may be busy: no limit that it could exceed. Tests that are about limits set their own.
    mutating func takeTime() {
        waitLimit = .seconds(600)
        readTimeout = .seconds(600)
        statementTimeout = .seconds(600)
        lockTimeout = .seconds(600)
        idleInTransactionTimeout = .seconds(600)
        connectTimeout = .seconds(60)
    }
}

extension Logger {
    static var silent: Logger { Logger(label: "test") { _ in SwiftLogNoOpLogHandler() } }
}

/// Waits until a condition holds.
/// - Throws: when it does not within the limit, which only a failure or a very busy machine exceeds.
func eventually(
    _ what: String, within limit: Duration = .seconds(120), _ condition: () async throws -> Bool
) async throws {
    let deadline = ContinuousClock.now + limit
    while ContinuousClock.now < deadline {
        if try await condition() { return }
        try await Task.sleep(for: .milliseconds(10))
    }
    throw NeverHappened(what: what)
}

struct NeverHappened: Error {
    let what: String
}
