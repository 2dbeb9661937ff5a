import Foundation
import Testing

@Suite struct `What is written about security` {
    @Test(arguments: ["docs/security.md", "docs/asvs.md"])
    func `names tests, scripts and files that are there`(document: String) throws {
        let named = try text(document).matches(of: /`([A-Za-z0-9_.\/-]+\/[A-Za-z0-9_.-]+)`/).map { String($0.1) }
        let files = named.filter { !$0.hasPrefix("/") && $0 != "var/secret_key" }

        let missing = Set(files).filter { !exists($0) && !exists("Tests/" + $0) }

        #expect(files.count > 40)
        #expect(missing == [])
    }

    @Test func `goes through each requirement of levels 1 and 2 once`() throws {
        let rows = try text("docs/asvs.md").split(separator: "\n").filter { $0.hasPrefix("| V") }
        let cells = rows.map { $0.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } }
        let requirements = cells.flatMap { $0[0].components(separatedBy: ", ") }

        let states = Set(cells.map { $0[2] })

        // 70 of level 1 and 183 of level 2.
        #expect(requirements.count == 253 && Set(requirements).count == 253)
        #expect(states.isSubset(of: ["met", "partly", "not met", "n/a", "operator"]))
    }

    private func exists(_ path: String) -> Bool {
        FileManager.default.fileExists(atPath: root.appending(path: path).path)
    }

    private func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private var root: URL {
        URL(filePath: #filePath).resolvingSymlinksInPath().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    }
}
