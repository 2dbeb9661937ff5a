import ArgumentParser
import HTTPTransport

/// `clinic openapi`
struct OpenAPICommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "openapi", abstract: "Print the description of the REST API (OpenAPI 3.1).",
        discussion: "The same that a server answers at /api/schema/. Opens no database.")

    @Flag(help: "Print YAML instead of JSON.") var yaml = false
    @OptionGroup var options: SettingOptions

    func run() async throws {
        let server = try await BuiltServer(describing: try options.configuration())
        say(server.http.description(asYAML: yaml))
        await server.close()
    }
}
