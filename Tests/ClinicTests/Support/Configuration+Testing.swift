@testable import clinic

extension Configuration {
    /// As read from these sources and no others.
    static func read(
        envFile: String? = nil, environment: [String: String] = [:], flags: [String: String] = [:]
    ) throws(ConfigurationProblems) -> Configuration {
        try Configuration(SettingSources(envFile: envFile, environment: environment, flags: flags))
    }

    /// What is wrong with these sources; empty when nothing is.
    static func problems(
        envFile: String? = nil, environment: [String: String] = [:], flags: [String: String] = [:]
    ) -> [String] {
        do {
            _ = try read(envFile: envFile, environment: environment, flags: flags)
            return []
        } catch {
            return error.problems
        }
    }
}
