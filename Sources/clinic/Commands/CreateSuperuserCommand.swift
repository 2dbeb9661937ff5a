import Application
import Argon2PasswordHashing
import ArgumentParser
import Domain
import Foundation
import HTTPTransport

/// `clinic createsuperuser`
struct CreateSuperuserCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "createsuperuser", abstract: "Make an administrator's account.",
        discussion: """
            Asks for what is not given. For scripts:
              clinic createsuperuser --username root --email root@example.org --password-file /run/secrets/root
            """)

    @Option(help: "Name to sign in with.")
    var username: String?

    @Option(help: "E-mail address.")
    var email: String?

    @Option(help: "File that holds the password in its first line; `-` reads standard input.")
    var passwordFile: String?

    @OptionGroup var options: SettingOptions

    func run() async throws {
        let configuration = try options.configuration()
        let form = try form()
        let hasher = try configuration.passwordHasher()
        let seal = try configuration.auditSeal()
        let chains = AuditChains(seal)
        let database = try await configuration.openDatabase(audit: chains, logger: quietLogger())
        do {
            if configuration.migratesOnStart { try await database.migrate(at: SystemClock().now()) }
            let create = CreateAdministrator(
                storage: database, clock: SystemClock(), hasher: hasher,
                minimumPasswordLength: configuration.rules.minimumPasswordLength)
            let account = try await create(form)
            say("Administrator \(account.username.text) has been made, in \(configuration.database.place).")
            // The account is made, whether its head can be signed or not.
            _ = try? await SignAuditHead(database, chains, seal)()
        } catch {
            await database.close()
            throw StartFailure("No account was made:\n" + error.lines.map { "  - \($0)" }.joined(separator: "\n"))
        }
        await hasher.shutDown()
        await database.close()
    }

    private func form() throws -> RegistrationForm {
        var check = FieldCheck()
        let name = try username ?? ask("Username: ")
        let address = try email ?? ask("Email: ")
        let secret = try password()
        return RegistrationForm(
            username: check.take(.username) { () throws(FieldError.Reason) in try Username(name) },
            email: check.take(.email) { () throws(FieldError.Reason) in try EmailAddress(address) },
            password: check.take(.password) { () throws(FieldError.Reason) in try Password(secret) }, check: check)
    }

    private func password() throws -> String {
        guard let passwordFile else {
            let first = try askHidden("Password: ")
            guard try askHidden("Password (again): ") == first else { throw StartFailure("The passwords differ.") }
            return first
        }
        if passwordFile == "-" { return readLine() ?? "" }
        guard let data = FileManager.default.contents(atPath: passwordFile) else {
            throw StartFailure("The file \(passwordFile) cannot be read.")
        }
        return String(decoding: data, as: UTF8.self).split(
            omittingEmptySubsequences: false, whereSeparator: \.isNewline
        )
        .first.map { String($0) } ?? ""
    }

    private func ask(_ question: String) throws -> String {
        FileHandle.standardOutput.write(Data(question.utf8))
        guard let answer = readLine() else {
            throw StartFailure("There is nobody to ask. Give --username, --email and --password-file.")
        }
        return answer
    }

    private var controlC: UInt8 { 3 }

    private func askHidden(_ question: String) throws -> String {
        guard isatty(STDIN_FILENO) == 1 else { return try ask(question) }
        // Ctrl-C is a character to it, so that the terminal always gets its echo back.
        guard let typed = getpass(question).map({ String(cString: $0) }), !typed.utf8.contains(controlC) else {
            throw ExitCode(130)
        }
        return typed
    }
}

extension Failure {
    /// What is wrong, for somebody at a terminal.
    fileprivate var lines: [String] {
        switch self {
        case .invalid(let errors): errors.map { "\($0.field): \($0.reason.text)" }
        case .conflict(.usernameTaken): ["There is an account with this user name already."]
        case .conflict(.accountEmailTaken): ["There is an account with this e-mail address already."]
        case .unreadable, .conflict, .notFound, .notSignedIn, .throttled, .dutyFirst, .notAllowed, .outdated, .retried,
            .busy, .unavailable:
            [summary]
        }
    }
}
