import Application
import Domain
import Foundation
import Logging

@testable import clinic

/// The lines that a logger of the program writes.
func logged(level: Logger.Level = .trace, _ work: (Logger) -> Void) throws -> [String] {
    try written { lines in
        let logger = Logger(label: "clinic") { _ in JSONLogHandler(level: level, lines: lines, clock: StoppedClock()) }
        work(logger)
    }
}

/// The lines that arrive at the other end; at most as many as a pipe holds.
func written(capacity: Int = 4096, _ work: (LogLines) -> Void) throws -> [String] {
    let pipe = Pipe()
    let lines = LogLines(
        descriptor: pipe.fileHandleForWriting.fileDescriptor, capacity: capacity, clock: StoppedClock())
    work(lines)
    lines.close()
    try pipe.fileHandleForWriting.close()
    let text = String(decoding: try pipe.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
    return text.split(separator: "\n").map { String($0) }
}

/// The members of a JSON object, all of them texts.
func members(of line: String) throws -> [String: String]? {
    try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: String]
}

/// Always 2026-03-02, half past nine and an eighth of a second.
struct StoppedClock: WallClock {
    func now() -> Instant { Instant(microseconds: 1_772_443_800_125_000) }
}
