import Foundation
import Testing

@testable import clinic

@Suite struct `The list of settings` {
    @Test func `has each key once, with help`() {
        #expect(Set(Setting.all.map(\.key)).count == Setting.all.count)
        #expect(Setting.all.allSatisfy { $0.help.hasSuffix(".") })
    }

    @Test func `is the table of docs/configuration.md`() throws {
        let rows = try text("docs/configuration.md").split(separator: "\n").filter { $0.hasPrefix("| `") }

        #expect(rows.map { String($0) } == Setting.all.map { "| `\($0.key)` | \($0.standard) | \($0.help) |" })
    }

    @Test func `is config/clinic.env.example, every line of it a comment`() throws {
        let lines = try text("config/clinic.env.example").split(separator: "\n")
        let keys = lines.compactMap { $0.wholeMatch(of: /#([A-Z0-9_]+)=(.*)/)?.output }

        #expect(lines.allSatisfy { $0.hasPrefix("#") })
        #expect(keys.map { String($0.1) } == Setting.all.map(\.key))
        for (setting, key) in zip(Setting.all, keys) {
            #expect(lines.contains { $0 == "# \(setting.help)" })
            let standard = setting.standard.replacing("DATA_DIRECTORY", with: "var")
            #expect(key.2 == standard || (key.2.isEmpty && lines.contains { $0 == "# Default: \(setting.standard)." }))
        }
    }

    @Test func `is secret where a value would open a door`() {
        let secret = Setting.all.filter(\.isSecret).map(\.key)

        #expect(
            secret == [
                "SECRET_KEY", "AUDIT_KEY", "AUDIT_FORMER_KEYS", "DATABASE_URL", "MIGRATION_DATABASE_URL", "DB_PASSWORD",
                "METRICS_TOKEN",
            ])
    }

    private func text(_ path: String) throws -> String {
        let root = URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        return try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }
}
