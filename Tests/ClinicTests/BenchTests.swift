import Domain
import Foundation
import Testing

@Suite("The people to measure with")
struct BenchTests {
    @Test func `have the text to search in that the program would write`() throws {
        let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../scripts/bench")
        let python = Process()
        python.executableURL = URL(filePath: "/usr/bin/env")
        python.currentDirectoryURL = folder
        python.environment = [
            "PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", "PATH": "/usr/local/bin:/usr/bin:/bin",
        ]
        python.arguments = [
            "python3", "-c",
            """
            import people
            for n in sorted(set(people.FIRST + people.LAST)): print(n, people.folded(n), sep='\t')
            print("Nnnnnn77777", "|".join(people.marked("nnnnnn77777").split()), sep='\t')
            """,
        ]
        let output = Pipe()
        python.standardOutput = output
        try python.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        python.waitUntilExit()
        let lines = text.split(separator: "\n").map { $0.split(separator: "\t").map { String($0) } }

        #expect(lines.count > 200)
        for line in lines {
            let text = SearchText.marked(SearchText.folded(line[0])).split(separator: "\n").joined(separator: "|")
            #expect(line.count == 2 && text == line[1], "\(line)")
        }
    }
}
