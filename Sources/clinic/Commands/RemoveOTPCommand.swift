import Application
import ArgumentParser
import Domain

/// `clinic removeotp`
struct RemoveOTPCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "removeotp", abstract: "Take two-step sign-in away from an account.",
        discussion: """
            For people who lost their authenticator and their recovery codes, and after a change of SECRET_KEY. Make \
            sure who asks: from then on the password alone signs in. Ends all sessions of the account.
            """)

    @Option(help: "The account's user name; the case counts.")
    var username: String

    @OptionGroup var options: SettingOptions

    func run() async throws {
        let configuration = try options.configuration()
        try configuration.expectDatabase()
        let seal = try configuration.auditSeal()
        let chains = AuditChains(seal)
        let database = try await configuration.openDatabase(audit: chains, logger: quietLogger())
        do {
            try await ResetSecondFactor(storage: database, clock: SystemClock())(username: username)
        } catch {
            await database.close()
            throw StartFailure(error.explanation)
        }
        // The factor is gone, whether its head can be signed or not.
        _ = try? await SignAuditHead(database, chains, seal)()
        await database.close()
        say("Two-step sign-in is not asked for any more.")
    }
}

extension Failure {
    /// What is wrong, for somebody at a terminal.
    fileprivate var explanation: String {
        switch self {
        case .notFound: "There is no account with this user name; the case counts."
        case .conflict: "This account has no two-step sign-in."
        case .unreadable, .invalid, .notSignedIn, .throttled, .dutyFirst, .notAllowed, .outdated, .retried, .busy,
            .unavailable:
            "Nothing was changed (\(summary)). Run: clinic check"
        }
    }
}
