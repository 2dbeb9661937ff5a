import Foundation
import Synchronization

/// Programs run for tests, without holding a thread of Swift's pool.
enum Shell {
    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    /// Runs a program to its end and gives what it printed.
    /// - Throws: `Failure` with its standard error when it does not exit with 0.
    static func run(_ program: String, _ arguments: [String]) async throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let (output, errors) = (Pipe(), Pipe())
        process.standardInput = FileHandle.nullDevice
        process.standardOutput = output
        process.standardError = errors
        let collected = (Collector(output), Collector(errors))
        let status = try await withCheckedThrowingContinuation {
            (continuation: CheckedContinuation<Int32, any Error>) in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
        guard status == 0 else { throw Failure(description: "\(program): \(await collected.1.text())") }
        return await collected.0.text()
    }

    /// PostgreSQL refuses to run as root: then its programs run as the user `postgres`.
    static func asPostgres(_ command: [String]) -> [String] {
        guard geteuid() == 0 else { return command }
        return ["/usr/bin/setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups", "--"] + command
    }

    /// Reads a pipe to its end on a thread of its own, so that a chatty program never blocks.
    private final class Collector: Sendable {
        private let task: Task<String, Never>

        init(_ pipe: Pipe) {
            let handle = pipe.fileHandleForReading
            task = Task {
                await withCheckedContinuation { continuation in
                    Thread.detachNewThread {
                        continuation.resume(returning: String(decoding: handle.readDataToEndOfFile(), as: UTF8.self))
                    }
                }
            }
        }

        func text() async -> String { await task.value }
    }
}
