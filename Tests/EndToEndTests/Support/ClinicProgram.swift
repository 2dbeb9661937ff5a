import Foundation
import Testing

/// The executable `clinic` that was built together with these tests.
enum ClinicProgram {
    /// Its output and how it ended.
    struct Outcome: Sendable {
        let status: Int32
        let output: String
        let errors: String
    }

    struct Absent: Error, CustomStringConvertible {
        let description: String
    }

    static func path() throws -> String {
        for folder in folders {
            let path = folder + "/clinic"
            if FileManager.default.isExecutableFile(atPath: path) { return path }
        }
        throw Absent(
            description: "There is no executable `clinic` in \(folders). Build it first: swift build --product clinic")
    }

    /// The folders that may hold the test bundle, and with it the program.
    private static let folders: [String] = {
        var urls = [URL(fileURLWithPath: CommandLine.arguments[0]), Bundle.main.bundleURL]
        if let program = try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe") {
            urls.insert(URL(fileURLWithPath: program), at: 0)
        }
        urls += Bundle.allBundles.map(\.bundleURL).filter { $0.pathExtension == "xctest" }
        return urls.map { $0.deletingLastPathComponent().path } + [Bundle.main.bundleURL.path]
    }()

    /// Runs a command to its end, with nothing of this process's environment but what coverage and sanitizers need.
    static func run(
        _ arguments: [String], in directory: WorkingDirectory, environment: [String: String] = [:]
    ) async throws -> Outcome {
        let number = UUID().uuidString
        let (output, errors) = ("output-\(number)", "errors-\(number)")
        try directory.write("", to: output)
        let process = try prepared(arguments, in: directory, environment: environment, errors: errors)
        process.standardOutput = FileHandle(forWritingAtPath: directory.file(output))
        let status = try await ProcessStarter.shared.runToEnd(process)
        return Outcome(status: status, output: directory.text(of: output), errors: directory.text(of: errors))
    }

    /// A process that is still to be started; it gets no input and writes its errors to a file in its folder.
    static func prepared(
        _ arguments: [String], in directory: WorkingDirectory, environment: [String: String], errors: String
    ) throws -> Process {
        let process = Process()
        let leash = "/usr/bin/setpriv"
        if FileManager.default.isExecutableFile(atPath: leash) {
            // The kernel ends the program when this process ends, however that happens.
            process.executableURL = URL(fileURLWithPath: leash)
            process.arguments = ["--pdeathsig", "KILL", "--", try path()] + arguments
        } else {
            process.executableURL = URL(fileURLWithPath: try path())
            process.arguments = arguments
        }
        process.currentDirectoryURL = URL(fileURLWithPath: directory.path)
        let own = ProcessInfo.processInfo.environment
        let kept = ["PATH", "LLVM_PROFILE_FILE", "TSAN_OPTIONS", "ASAN_OPTIONS", "LD_LIBRARY_PATH"]
        process.environment = environment.merging(kept.compactMap { name in own[name].map { (name, $0) } }) {
            asked, _ in asked
        }
        process.standardInput = FileHandle.nullDevice
        if !FileManager.default.fileExists(atPath: directory.file(errors)) { try directory.write("", to: errors) }
        let handle = FileHandle(forWritingAtPath: directory.file(errors))
        _ = try handle?.seekToEnd()
        process.standardError = handle
        return process
    }
}

/// Starts processes from one thread that never ends, because a leash is tied to the thread that started the process.
actor ProcessStarter {
    static let shared = ProcessStarter()

    private nonisolated let executor = ThreadExecutor()

    nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }

    func start(_ process: Process) throws { try process.run() }

    /// - Returns: the exit status.
    func runToEnd(_ process: Process) async throws -> Int32 {
        try await withCheckedThrowingContinuation { continuation in
            process.terminationHandler = { continuation.resume(returning: $0.terminationStatus) }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
    }
}
