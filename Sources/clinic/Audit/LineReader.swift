import Foundation

/// Reads a file line by line, however large it is.
struct LineReader: ~Copyable {
    private let file: FileHandle
    private var buffer = Data()
    private var isAtEnd = false
    /// That of the line that `next` gave last, 1 for the first of the file; empty ones count.
    private(set) var number = 0

    /// - Parameter path: `-` is standard input.
    /// - Throws: `StartFailure` when the file cannot be read.
    init(_ path: String) throws(StartFailure) {
        guard let file = path == "-" ? FileHandle.standardInput : FileHandle(forReadingAtPath: path) else {
            throw StartFailure("The file \(path) cannot be read.")
        }
        self.file = file
    }

    /// The next line without its break; `nil` at the end. Empty lines are left out.
    mutating func next() throws -> Data? {
        while true {
            if let end = buffer.firstIndex(of: UInt8(ascii: "\n")) {
                let line = Data(buffer[buffer.startIndex..<end])
                buffer = buffer[(end + 1)...]
                number += 1
                if !line.isEmpty { return line }
            } else if isAtEnd {
                defer { buffer = Data() }
                number += 1
                return buffer.isEmpty ? nil : Data(buffer)
            } else {
                try fill()
            }
        }
    }

    private mutating func fill() throws {
        guard let more = try file.read(upToCount: LineReader.chunk), !more.isEmpty else {
            isAtEnd = true
            return
        }
        buffer = Data(buffer) + more
    }

    private static let chunk = 1 << 20
}
