import ArgumentParser
import Domain

/// `clinic migrate`
struct MigrateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate", abstract: "Bring the database's schema up to date.",
        discussion:
            "Safe to run at any time and by several processes at once. `clinic serve` does the same unless AUTO_MIGRATE is off."
    )

    @Flag(help: "Only say what would be applied; a missing SQLite file is not made.")
    var dryRun = false

    @OptionGroup var options: SettingOptions

    func run() async throws {
        let configuration = try options.configuration()
        let logger = quietLogger()
        let database =
            dryRun
            ? try await configuration.openDatabaseToLook(logger: logger)
            : try await configuration.openDatabase(audit: .ofNobody(), logger: logger)
        do {
            try await migrate(database)
        } catch {
            await database.close()
            throw error
        }
        await database.close()
    }

    private func migrate(_ database: any Database) async throws {
        do {
            let names =
                dryRun ? try await database.pendingMigrations() : try await database.migrate(at: SystemClock().now())
            for name in names { say("\(dryRun ? "would apply" : "applied") \(name)") }
            if names.isEmpty { say("The schema is up to date.") }
        } catch {
            throw StartFailure("The schema cannot be brought up to date: \(error.summary). Run: clinic check")
        }
    }
}
