import ArgumentParser

/// The command line.
@main
struct Clinic: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "clinic",
        abstract: "A healthcare backend for small clinics: patients, doctors, mappings and appointments over REST.",
        discussion: """
            Without any setting, records are kept in an embedded database under var/ and the API answers at \
            http://127.0.0.1:8000. Settings come from .env in the working directory, then the environment, then \
            flags; docs/configuration.md lists them.

            First steps:
              clinic serve              start the server
              clinic createsuperuser    make an administrator's account
              clinic check              say what is wrong with configuration or database, and what to do
              clinic audit verify       look for tampering in the audit trail
            """,
        version: Version.current,
        subcommands: [
            ServeCommand.self, MigrateCommand.self, CreateSuperuserCommand.self, RemoveOTPCommand.self,
            CheckCommand.self,
            AuditCommand.self,
            OpenAPICommand.self, VersionCommand.self,
        ])
}

/// The version of this program.
enum Version {
    static let current = "0.1.0"
}
