import Application
import Domain
import Foundation
import SQLitePersistence

extension Backend {
    /// SQLite in a file of its own.
    static let sqlite = Backend(testDescription: "SQLite") {
        let directory = FileManager.default.temporaryDirectory.appending(path: "clinic-\(UUID().uuidString)")
        let settings = SQLiteSettings(.file(path: directory.appending(path: "clinic.sqlite").path))
        let storage = try await SQLiteStorage.open(settings, random: CountingBits())
        try await storage.migrate(at: .dawn)
        return Opened(storage: storage) {
            await storage.close()
            try? FileManager.default.removeItem(at: directory)
        }
    }
}
