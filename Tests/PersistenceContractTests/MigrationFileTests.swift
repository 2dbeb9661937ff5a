import Foundation
import Testing

@Suite("Migrations of both databases")
struct MigrationFileTests {
    @Test func `have the same numbers and names`() throws {
        let sqlite = try titles(in: "SQLitePersistence")
        let postgres = try titles(in: "PostgresPersistence")

        #expect(sqlite == postgres)
        #expect(sqlite.count >= 10)
    }

    private func titles(in adapter: String) throws -> [String] {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let folder = root.appending(path: "Sources/Adapters/\(adapter)/Migrations")
        return try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted()
    }
}
