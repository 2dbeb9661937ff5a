import Domain
import GRDB
import Testing

@testable import SQLitePersistence

@Suite("Readers")
struct ReaderTests {
    @Test("do not begin what has waited too long")
    func longWait() async throws {
        let file = TestFile()
        await (try await file.openMigrated()).close()
        var settings = file.settings
        settings.longestWait = .seconds(-1)
        let readers = SQLiteReaders(try SQLiteConnection.allForReading(settings), settings)

        await #expect(throws: Failure.busy) { try await readers.run { _ in Issue.record("was begun") } }
        await #expect(throws: Failure.busy) { try await readers.runLong { _ in Issue.record("was begun") } }

        readers.stop()
        await readers.ended()
    }
}
