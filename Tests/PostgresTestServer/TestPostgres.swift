import Foundation
import Synchronization

/// The server all tests of a process share, and fresh databases on it. With `CLINIC_TEST_POSTGRES_URL` (a superuser
/// of a running server) it starts none, so that one server may serve several test processes.
public actor TestPostgres {
    /// Started at its first use.
    public static let shared = TestPostgres()

    /// Whether tests that need a server can run here: for `.enabled(if:)`.
    public static let isAvailable =
        givenURL != nil || FileManager.default.isExecutableFile(atPath: TestCluster.programs + "/postgres")

    private static let givenURL = ProcessInfo.processInfo.environment["CLINIC_TEST_POSTGRES_URL"]
    private static let lastNumber = Atomic(0)

    private var cluster: Task<TestCluster, any Error>?
    private var roles: Task<Void, any Error>?
    private var templates: [String: Task<String, any Error>] = [:]

    /// A superuser's connection string for a database of the server.
    public func url(database: String = "postgres") async throws -> String {
        if let given = Self.givenURL {
            guard var parts = URLComponents(string: given) else { throw Shell.Failure(description: "not a URL") }
            parts.path = "/" + database
            return parts.string ?? given
        }
        let starting = cluster ?? Task { try await TestCluster.start() }
        cluster = starting
        return try await starting.value.url(database: database)
    }

    /// Makes a database, empty or a copy of a template (a few tens of milliseconds), and gives a superuser's connection
    /// string. It belongs to `TestRole.owner`. It is dropped with the server, or by whoever gave the server.
    public func freshDatabase(template: String = "template1") async throws -> String {
        let name = Self.freshName("test")
        try await create(name, template: template)
        return try await url(database: name)
    }

    /// The name of a template that is made once per process: `prepare` gets its connection string, runs the
    /// migrations, and must have closed its connections when it returns.
    public func template(
        named name: String, prepare: @escaping @Sendable (_ url: String) async throws -> Void
    ) async throws -> String {
        if let made = templates[name] { return try await made.value }
        let making = Task {
            let database = Self.freshName(name)
            try await self.create(database, template: "template1")
            try await prepare(try await self.url(database: database))
            return database
        }
        templates[name] = making
        return try await making.value
    }

    /// Runs SQL through psql, apart from the client under test; gives unaligned rows without headers.
    @discardableResult
    public static func psql(_ url: String, _ sql: String) async throws -> String {
        try await Shell.run(
            TestCluster.programs + "/psql", [url, "-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-c", sql]
        ).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private func create(_ name: String, template: String) async throws {
        let url = try await url()
        let making = roles ?? Task { for role in TestRole.allCases { try await Self.make(role, url) } }
        roles = making
        try await making.value
        try await Self.psql(url, "CREATE DATABASE \(name) TEMPLATE \(template) OWNER \(TestRole.owner.rawValue)")
    }

    /// Another process may make it at the same time.
    private static func make(_ role: TestRole, _ url: String) async throws {
        let there = "SELECT count(*) FROM pg_roles WHERE rolname = '\(role.rawValue)'"
        _ = try? await psql(url, "CREATE ROLE \(role.rawValue) LOGIN")
        guard try await psql(url, there) == "1" else { throw Shell.Failure(description: "no role \(role.rawValue)") }
    }

    /// Unique on a server that other processes use as well.
    private static func freshName(_ stem: String) -> String {
        let number = lastNumber.add(1, ordering: .relaxed).newValue
        return "\(stem)_\(ProcessInfo.processInfo.processIdentifier)_\(number)"
    }
}
