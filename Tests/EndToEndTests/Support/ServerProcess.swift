import APIContract
import Foundation
import Synchronization
import Testing

/// `clinic serve` as a process of its own on a free port of 127.0.0.1. It is killed with the value.
final class ServerProcess: Sendable {
    struct DidNotStart: Error, CustomStringConvertible {
        let status: Int32
        let errors: String
        var description: String { "clinic serve ended with status \(status): \(errors)" }
    }

    let port: Int
    /// What its answers have to be.
    let contract: APIContract
    private let directory: WorkingDirectory
    private let errorsFile: String
    private let pid: pid_t
    private let ending: Ending
    private let greeting: Output

    private init(
        port: Int, contract: APIContract, directory: WorkingDirectory, errorsFile: String, pid: pid_t, ending: Ending,
        greeting: Output
    ) {
        self.port = port
        self.contract = contract
        self.directory = directory
        self.errorsFile = errorsFile
        self.pid = pid
        self.ending = ending
        self.greeting = greeting
    }

    deinit { signal(SIGKILL) }

    /// Returns when the server takes connections.
    /// - Throws: `DidNotStart` when it ended instead.
    static func start(
        in directory: WorkingDirectory, environment: [String: String] = [:], arguments: [String] = []
    ) async throws -> ServerProcess {
        let contract = try await ProgramContract.of(environment)
        let errorsFile = "serve-\(UUID().uuidString).log"
        let process = try ClinicProgram.prepared(
            ["serve", "--port", "0"] + arguments, in: directory, environment: environment, errors: errorsFile)
        let (pipe, ending) = (Pipe(), Ending())
        process.standardOutput = pipe
        process.terminationHandler = { ending.finish($0) }
        try await ProcessStarter.shared.start(process)
        let pid = process.processIdentifier
        // To signal 0 or -1 would be to signal others.
        try #require(pid > 1)
        let greeting = Output(pipe.fileHandleForReading)
        guard let port = await greeting.port() else {
            let status = await ending.status()
            throw DidNotStart(status: status, errors: directory.text(of: errorsFile))
        }
        return ServerProcess(
            port: port, contract: contract, directory: directory, errorsFile: errorsFile, pid: pid, ending: ending,
            greeting: greeting)
    }

    /// Asks it to stop, as a service manager does.
    func terminate() { signal(SIGTERM) }

    /// Asks it to read its certificate again.
    func hangUp() { signal(SIGHUP) }

    /// Ends it at once and returns when it is gone.
    func kill() async {
        signal(SIGKILL)
        _ = await ending.status()
    }

    /// Asks it to stop and waits for its end.
    /// - Returns: the exit status; negative when a signal ended it.
    @discardableResult
    func stop() async -> Int32 {
        terminate()
        return await ending.status()
    }

    /// Waits for its end.
    func exitStatus() async -> Int32 { await ending.status() }

    /// Everything it has logged so far.
    var log: String { directory.text(of: errorsFile) }

    /// Everything it has said so far on standard output.
    var output: String { greeting.text }

    private func signal(_ number: Int32) { ending.ifRunning { _ = Glibc.kill(pid, number) } }
}

/// How a process ended, once it has.
private final class Ending: Sendable {
    private struct State {
        var status: Int32?
        var waiting: [CheckedContinuation<Int32, Never>] = []
    }

    private let state = Mutex(State())

    func finish(_ process: Process) {
        let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
        let waiting = state.withLock { state in
            state.status = status
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: status) }
    }

    func status() async -> Int32 {
        await withCheckedContinuation { continuation in
            let known = state.withLock { state in
                if state.status == nil { state.waiting.append(continuation) }
                return state.status
            }
            if let known { continuation.resume(returning: known) }
        }
    }

    /// A process id may belong to somebody else once the process has ended.
    func ifRunning(_ body: () -> Void) {
        state.withLock { if $0.status == nil { body() } }
    }
}

/// What a server says on standard output, read on a thread of its own so that it never blocks.
private final class Output: Sendable {
    private let bytes = Mutex<[UInt8]>([])
    private let lines: AsyncStream<String>

    init(_ handle: FileHandle) {
        let (lines, continuation) = AsyncStream.makeStream(of: String.self)
        self.lines = lines
        let thread = Thread { [self] in
            while true {
                let data = handle.availableData
                guard !data.isEmpty else { break }
                bytes.withLock { $0 += data }
                continuation.yield(text)
            }
            continuation.finish()
        }
        thread.start()
    }

    var text: String { bytes.withLock { String(decoding: $0, as: UTF8.self) } }

    /// The port in the greeting; `nil` when the output ends without one.
    func port() async -> Int? {
        for await text in lines {
            guard let match = text.firstMatch(of: /answers at https?:\/\/[^\/]*:(\d+)\//) else { continue }
            return Int(match.1)
        }
        return nil
    }
}
