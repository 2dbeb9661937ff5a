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
        return try Configuration(
            SettingSources(envFile: try envFile(), environment: ProcessInfo.processInfo.environment, flags: flags))
    }
}

/// The text of `.env`; `nil` when there is none. One that is there and cannot be read must not count as none: it may
/// say that this is no trial.
private func envFile() throws -> String? {
    guard FileManager.default.fileExists(atPath: ".env") else { return nil }
    guard let data = FileManager.default.contents(atPath: ".env"), let text = String(data: data, encoding: .utf8) else {
        throw StartFailure(".env cannot be read as a text file in UTF-8. Let the user who runs clinic read it.")
    }
    return text
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
