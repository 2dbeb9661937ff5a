import Foundation
import Testing

@testable import AdminPages

@Suite struct `Compressed bytes` {
    @Test func `are those that zlib's own tools read`() throws {
        let bytes = Array("What a day, what a day, what a day, what a day!".utf8)

        let compressed = try #require(bytes.gzipped)
        let none = try #require([UInt8]().gzipped)

        #expect(compressed.starts(with: [0x1F, 0x8B, 8]))
        #expect(compressed.count < bytes.count)
        #expect(try unzipped(compressed) == bytes)
        #expect(try unzipped(none).isEmpty)
    }

    private func unzipped(_ bytes: [UInt8]) throws -> [UInt8] {
        let (process, input, output) = (Process(), Pipe(), Pipe())
        process.executableURL = URL(filePath: "/usr/bin/env")
        process.arguments = ["gzip", "-dc"]
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        try input.fileHandleForWriting.write(contentsOf: bytes)
        try input.fileHandleForWriting.close()
        let read = try output.fileHandleForReading.readToEnd() ?? Data()
        process.waitUntilExit()
        return Array(read)
    }
}
