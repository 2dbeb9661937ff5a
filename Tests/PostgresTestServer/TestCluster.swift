import Foundation

/// A PostgreSQL server of its own in a temporary folder, on 127.0.0.1 and a unix socket. It ends with this process,
/// however that ends, because its keeper (a shell) waits for the end of a pipe this process holds.
public final class TestCluster: Sendable {
    /// Where Debian puts the programs.
    public static let programs = "/usr/lib/postgresql/15/bin"

    /// The TCP port on 127.0.0.1.
    public let port: Int
    /// The folder of the unix socket and of `data`.
    public let directory: String

    private let keeper: Process
    private let lifeline: FileHandle

    private init(port: Int, directory: String, keeper: Process, lifeline: FileHandle) {
        self.port = port
        self.directory = directory
        self.keeper = keeper
        self.lifeline = lifeline
    }

    deinit {
        try? lifeline.close()
    }

    /// Makes and starts a server; about two seconds. Somebody may take the port just before: then on another one.
    public static func start(settings: [String: String] = [:]) async throws -> TestCluster {
        for _ in 0..<3 {
            if let cluster = try? await start(settings, port: try freePort()) { return cluster }
        }
        return try await start(settings, port: try freePort())
    }

    private static func start(_ settings: [String: String], port: Int) async throws -> TestCluster {
        let keeper = Process()
        let command = Shell.asPostgres(["/bin/sh", "-c", script, "keeper", programs, String(port), options(settings)])
        keeper.executableURL = URL(fileURLWithPath: command[0])
        keeper.arguments = Array(command.dropFirst())
        let (input, output) = (Pipe(), Pipe())
        keeper.standardInput = input
        keeper.standardOutput = output
        keeper.standardError = FileHandle.nullDevice
        try keeper.run()
        let directory = await withCheckedContinuation { continuation in
            Thread.detachNewThread {
                continuation.resume(returning: firstLine(of: output.fileHandleForReading))
            }
        }
        guard directory.hasPrefix("/") else {
            throw Shell.Failure(description: "PostgreSQL did not start: \(directory)")
        }
        return TestCluster(port: port, directory: directory, keeper: keeper, lifeline: input.fileHandleForWriting)
    }

    /// A superuser's connection string for a database.
    public func url(database: String = "postgres") -> String {
        "postgresql://postgres@127.0.0.1:\(port)/\(database)"
    }

    /// Stops at once, as in a crash when `immediately`.
    public func stop(immediately: Bool = false) async throws {
        try await control(["stop", "-m", immediately ? "immediate" : "fast"])
    }

    /// Starts it again after `stop`, on the same port.
    public func startAgain() async throws {
        // By the keeper: a server that is our own grandchild would hold the descriptor by which Process sees ends.
        try lifeline.write(contentsOf: Data("start\n".utf8))
        let deadline = ContinuousClock.now + .seconds(300)
        while (try? await Shell.run(Self.programs + "/pg_isready", ["-q", "-h", "127.0.0.1", "-p", String(port)]))
            == nil
        {
            guard ContinuousClock.now < deadline else { throw Shell.Failure(description: "PostgreSQL did not start") }
        }
    }

    private func control(_ arguments: [String]) async throws {
        let command = Shell.asPostgres([Self.programs + "/pg_ctl", "-D", directory + "/data", "-w", "-s"] + arguments)
        _ = try await Shell.run(command[0], Array(command.dropFirst()))
    }

    private static let script = """
        programs=$1; port=$2; options=$3
        directory=$(mktemp -d /tmp/clinic-postgres.XXXXXX) || exit 1
        cd "$directory"
        "$programs/initdb" -D data -U postgres -A trust -E UTF8 --locale=C.UTF-8 --no-sync >log 2>&1 || exit 1
        printf "port=%s\\nunix_socket_directories='%s'\\n%s\\n" "$port" "$directory" "$options" >>data/postgresql.conf
        "$programs/pg_ctl" -D data -w -s -l log start >>log 2>&1 </dev/null || { tail -n 1 log; exit 1; }
        echo "$directory"
        while read -r command; do
          "$programs/pg_ctl" -D data -w -s -l log start >>log 2>&1 </dev/null
        done
        "$programs/pg_ctl" -D data -w -s -m immediate stop >>log 2>&1
        cd / && rm -rf "$directory"
        """

    private static func options(_ settings: [String: String]) -> String {
        let defaults = [
            "listen_addresses": "127.0.0.1", "fsync": "off", "full_page_writes": "off", "max_connections": "500",
        ]
        return defaults.merging(settings) { _, own in own }.map { "\($0.key)='\($0.value)'" }.joined(separator: "\n")
    }

    private static func firstLine(of handle: FileHandle) -> String {
        var line: [UInt8] = []
        while true {
            let data = handle.availableData
            if data.isEmpty { break }
            line += data
            if data.contains(UInt8(ascii: "\n")) { break }
        }
        return String(decoding: line.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
    }
}
