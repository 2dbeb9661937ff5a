import Foundation
import Logging
import Testing

@testable import clinic

@Suite struct `A database that is only looked at` {
    private let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }

    @Test func `is not made when its file is missing, and lacks every migration`() async throws {
        let directory = try TemporaryDirectory()
        let configuration = try sqlite(in: directory)

        let looked = try await configuration.openDatabaseToLook(logger: logger)
        let pending = try await looked.pendingMigrations()
        await looked.close()

        #expect(directory.names() == [])
        let made = try await configuration.openDatabase(audit: .ofNobody(), logger: logger)
        #expect(try await made.pendingMigrations() == pending)
        #expect(!pending.isEmpty)
        await made.close()
    }

    @Test func `is the one that is there`() async throws {
        let directory = try TemporaryDirectory()
        let configuration = try sqlite(in: directory)
        let made = try await configuration.openDatabase(audit: .ofNobody(), logger: logger)
        try await made.migrate(at: StoppedClock().now())
        await made.close()

        let looked = try await configuration.openDatabaseToLook(logger: logger)

        #expect(try await looked.pendingMigrations() == [])
        await looked.close()
    }

    private func sqlite(in directory: TemporaryDirectory) throws -> clinic.Configuration {
        try .read(environment: ["DATA_DIRECTORY": "\(directory.path)/var"])
    }
}
