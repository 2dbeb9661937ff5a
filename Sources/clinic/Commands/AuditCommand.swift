import Application
import ArgumentParser
import Domain
import Foundation
import OpenSSLTokens

/// `clinic audit`
struct AuditCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Look at the audit trail: check it, take it out, show its heads and its key.",
        discussion: "docs/operations.md says what to keep elsewhere, and what a check can show.",
        subcommands: [
            AuditVerifyCommand.self, AuditExportCommand.self, AuditHeadsCommand.self, AuditKeyCommand.self,
        ])
}

/// `clinic audit export`
struct AuditExportCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the whole trail, a line of JSON for each head and event; `verify --export` reads it.")

    @OptionGroup var options: SettingOptions

    func run() async throws {
        try await options.configuration().withTrail { database in
            var pages = AuditPages(of: database)
            while let page = try await pages.next() {
                var text = Data()
                switch page {
                case .heads(let heads): for head in heads { try text.append(line: .head(head)) }
                case .links(let links): for link in links { try text.append(line: .link(link)) }
                }
                try FileHandle.standardOutput.write(contentsOf: text)
            }
        }
    }
}

/// `clinic audit heads`
struct AuditHeadsCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "heads",
        abstract:
            "Print the signed heads, a line each; keep them where nobody can change them who can change the database.")

    @OptionGroup var options: SettingOptions

    func run() async throws {
        try await options.configuration().withTrail { database in
            var pages = AuditPages(of: database)
            while case .heads(let heads) = try await pages.next() { for head in heads { say(head.text) } }
        }
    }
}

/// `clinic audit key`
struct AuditKeyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "key", abstract: "Print the public key with which heads can be checked (Ed25519, hexadecimal).")

    @OptionGroup var options: SettingOptions

    func run() async throws {
        guard let seal = try options.configuration().keptAuditSeals().first else {
            throw StartFailure("There is no key yet. Start the server once, or set AUDIT_KEY.")
        }
        say(hexadecimal(seal.publicKey))
    }
}

extension Data {
    fileprivate mutating func append(line: AuditExportLine) throws {
        append(try line.json())
        append(UInt8(ascii: "\n"))
    }
}

extension Configuration {
    /// Opens the database for somebody who only looks. What it holds is judged by today's schema, so it must have it.
    func withTrail<Result>(_ look: (any Database) async throws -> Result) async throws -> Result {
        let database = try await openDatabaseToLook(logger: quietLogger())
        do {
            let pending = try await database.pendingMigrations()
            guard pending.isEmpty else {
                throw StartFailure("The database lacks \(pending.count) migrations. Run: clinic migrate")
            }
            let result = try await look(database)
            await database.close()
            return result
        } catch let failure as Failure {
            await database.close()
            throw StartFailure("The audit trail cannot be read: \(failure.summary). Run: clinic check")
        } catch {
            await database.close()
            throw error
        }
    }

    /// The keys under which the trail may have been kept, today's first; none when none was ever made.
    func keptAuditSeals() throws -> [OpenSSLAuditSeal] {
        let present = try auditKey ?? keptSigningKey()
        return try ([present].compactMap(\.self) + formerAuditKeys).map { try OpenSSLAuditSeal(secret: $0.text) }
    }
}

private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { String(format: "%02x", $0) }.joined()
}
