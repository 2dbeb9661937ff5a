import Application
import Domain
import Foundation
import GRDB
import SQLitePersistence

extension Backend {
    /// SQLite in a file of its own.
    static let sqlite = sqlite("SQLite") { _ in }

    /// The same, where lists are never sorted but read in their order, as is done when there are many records.
    static let sqliteWalking = sqlite("SQLite, many records") { $0.fewRows = -1 }

    private static func sqlite(
        _ description: String, _ change: @escaping @Sendable (inout SQLiteSettings) -> Void
    ) -> Backend {
        Backend(testDescription: description) {
            let directory = FileManager.default.temporaryDirectory.appending(path: "clinic-\(UUID().uuidString)")
            var settings = SQLiteSettings(.file(path: directory.appending(path: "clinic.sqlite").path))
            change(&settings)
            let storage = try await SQLiteStorage.open(settings, random: CountingBits(), audit: try .forTests())
            try await storage.migrate(at: .dawn)
            let path = directory.appending(path: "clinic.sqlite").path
            return Opened(storage: storage) { sql in
                try await DatabaseQueue(path: path).write { try $0.execute(sql: sql) }
            } withAnother: { [settings] work in
                let another = try await SQLiteStorage.open(settings, random: CountingBits(), audit: try .forTests())
                try await work(another)
                await another.close()
            } close: {
                await storage.close()
                try? FileManager.default.removeItem(at: directory)
            }
        }
    }
}
