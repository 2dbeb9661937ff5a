import Application
import Testing

/// An engine that keeps records. Every sentence of this suite is run against each of them.
struct Backend: Sendable, CustomTestStringConvertible {
    let testDescription: String
    /// Makes a storage of its own for one test: empty, with all migrations applied.
    let open: @Sendable () async throws -> Opened

    /// A storage and what does away with it.
    struct Opened: Sendable {
        let storage: any Storage
        /// Runs SQL past the storage, as somebody may who has the database's own tools.
        let execute: @Sendable (String) async throws -> Void
        /// Another process on the same database: does something with it, and closes it.
        let withAnother: @Sendable (@Sendable (any Storage) async throws -> Void) async throws -> Void
        let close: @Sendable () async -> Void
    }

    /// All engines that this machine has. An engine's own file adds its member (`Backend+SQLite.swift`).
    static var available: [Backend] { [.sqlite] + postgresIfAvailable }

    /// The same, each as often as it has ways to read a list.
    static var listing: [Backend] { available + [.sqliteWalking] }

    /// Runs a test on a storage of its own.
    func withStorage(_ test: (any Storage) async throws -> Void) async throws {
        try await withOpened { opened in try await test(opened.storage) }
    }

    /// The same with ways past the storage.
    func withOpened(_ test: (Opened) async throws -> Void) async throws {
        let opened = try await open()
        do {
            try await test(opened)
        } catch {
            await opened.close()
            throw error
        }
        await opened.close()
    }

    /// Runs a test in a clinic of its own, in which `nurse`, `otherNurse` and `admin` have accounts.
    func withClinic(_ test: (Clinic) async throws -> Void) async throws {
        try await withStorage { storage in
            try await test(try await Clinic(storage))
        }
    }
}
