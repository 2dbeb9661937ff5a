import ArgumentParser
import Foundation
import Logging

/// The flags that every command knows.
struct SettingOptions: ParsableArguments {
    @Option(help: "Where records are kept: sqlite:PATH or postgresql://…; stands above DATABASE_URL.")
    var databaseURL: String?

    @Option(
        name: .customLong("set"),
        help: ArgumentHelp(
            "Any setting of docs/configuration.md, above .env and the environment.", valueName: "KEY=VALUE"))
    var settings: [String] = []

    /// Reads all settings.
    ///
    /// - Parameter more: flags of one command only.
    /// - Throws: `ConfigurationProblems` with everything that is wrong.
    func configuration(_ more: [String: String?] = [:]) throws -> Configuration {
        var flags = more.compactMapValues { $0 }
        for setting in settings {
            guard let equals = setting.firstIndex(of: "=") else {
                throw ValidationError("--set needs KEY=VALUE, for example --set LOG_LEVEL=debug")
            }
            flags[String(setting[..<equals])] = String(setting[setting.index(after: equals)...])
        }
        if let databaseURL { flags["DATABASE_URL"] = databaseURL }
        let envFile = FileManager.default.contents(atPath: ".env").map { String(decoding: $0, as: UTF8.self) }
        return try Configuration(
            SettingSources(envFile: envFile, environment: ProcessInfo.processInfo.environment, flags: flags))
    }
}

/// Says on standard output what people should read.
func say(_ text: String) {
    FileHandle.standardOutput.write(Data((text + "\n").utf8))
}

/// A logger for commands that answer to people: warnings and errors only.
func quietLogger() -> Logger {
    var logger = Logger(label: "clinic", factory: { StreamLogHandler.standardError(label: $0) })
    logger.logLevel = .warning
    return logger
}
