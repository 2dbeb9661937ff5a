import ArgumentParser

/// `clinic version`
struct VersionCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "version", abstract: "Print the version.")

    func run() { say("clinic \(Version.current)") }
}
