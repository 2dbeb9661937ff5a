import Foundation
import Testing

@testable import clinic

@Suite struct `Reading a file by lines` {
    @Test(arguments: [
        ("", []), ("\n\n", []), ("one", ["one"]), ("one\n", ["one"]), ("one\n\ntwo\nthree", ["one", "two", "three"]),
    ]) func `gives each line once, and no empty ones`(_ text: String, _ lines: [String]) throws {
        let read = try read(text)

        #expect(read == lines)
    }

    @Test func `gives lines that are longer than what is read at a time`() throws {
        let long = String(repeating: "x", count: 3_000_000)

        let read = try read("a\n\(long)\nb\n")

        #expect(read == ["a", long, "b"])
    }

    @Test func `says when there is no such file`() {
        #expect(throws: StartFailure.self) { _ = try LineReader("/nowhere/at/all") }
    }

    private func read(_ text: String) throws -> [String] {
        let file = FileManager.default.temporaryDirectory.appending(path: "lines-\(UUID().uuidString)")
        try Data(text.utf8).write(to: file)
        defer { try? FileManager.default.removeItem(at: file) }
        var reader = try LineReader(file.path)
        var lines: [String] = []
        while let line = try reader.next() { lines.append(String(decoding: line, as: UTF8.self)) }
        return lines
    }
}
