import Application
import ArgumentParser
import Domain
import Foundation
import OpenSSLTokens

/// `clinic audit verify`
struct AuditVerifyCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: "Look for tampering in the audit trail, and say where it was.",
        discussion: """
            Ends with status 0 when every event is as it was written and none is missing that a head names, and with 1 \
            otherwise. Needs the server's key (AUDIT_KEY, or else SECRET_KEY), and AUDIT_FORMER_KEYS after it was \
            changed. With --export it needs no database.
            """)

    @Option(help: "Check this export rather than the database; - is standard input.")
    var export: String?

    @Option(help: "Heads that were kept elsewhere: a log, or what `clinic audit heads` printed; - is standard input.")
    var heads: String?

    @Option(help: "A public key with which heads may be signed, besides that of the server's key.")
    var publicKey: [String] = []

    @OptionGroup var options: SettingOptions

    func run() async throws {
        let configuration = try options.configuration()
        let seals = try configuration.keptAuditSeals()
        guard !seals.isEmpty else { throw StartFailure("There is no key to check with. Set AUDIT_KEY.") }
        var verifier = AuditVerifier(
            seals: seals, publicKeys: try publicKey.map(publicKeyBytes), signatures: OpenSSLSignatureCheck())
        if let heads { try read(headsIn: heads, into: &verifier) }
        let report = try await report(configuration, verifier)
        let lines = try export.map { try AuditExport(path: $0).lines(of: report.findings) } ?? [:]
        for finding in report.findings { say(finding.text(lines: lines[finding] ?? [])) }
        say(report.summary)
        if !report.findings.isEmpty { throw ExitCode(1) }
    }

    private func report(_ configuration: Configuration, _ verifier: AuditVerifier) async throws -> AuditReport {
        var verifier = verifier
        var progress = VerifyProgress()
        if let export {
            try AuditExport(path: export).read(into: &verifier) { progress.tell($0) }
            return verifier.finish()
        }
        return try await configuration.withTrail { database in
            try await verifier.verify(database) { progress.tell($0) }
        }
    }

    /// Each line may have a head somewhere, as lines of a log do.
    private func read(headsIn path: String, into verifier: inout AuditVerifier) throws {
        var lines = try LineReader(path)
        var good = 0
        while let line = try lines.next() {
            let text = String(decoding: line, as: UTF8.self)
            guard let start = text.firstRange(of: AuditHead.opening)?.lowerBound else { continue }
            // Neither a head nor what separates its members holds any other character.
            let head = text[start...].prefix { $0.isASCII && ($0.isLetter || $0.isNumber || " -=:,".contains($0)) }
            guard verifier.take(keptElsewhere: head) else {
                throw StartFailure(
                    "Line \(lines.number) of \(path) has a head whose signature is not good, or whose key is not known."
                )
            }
            good += 1
        }
        guard good > 0 else { throw StartFailure("\(path) holds no head.") }
    }

    private func publicKeyBytes(_ text: String) throws -> [UInt8] {
        guard let key = AuditCode(hexadecimal: text) else {
            throw ValidationError("--public-key needs 64 hexadecimal digits, as `clinic audit key` prints them")
        }
        return key.bytes
    }
}

/// Tells on standard error how far a long check has come.
private struct VerifyProgress {
    private var last = ContinuousClock.now

    mutating func tell(_ count: Int) {
        let now = ContinuousClock.now
        guard now - last > .seconds(5) else { return }
        last = now
        try? FileHandle.standardError.write(contentsOf: Data("\(count) events checked\n".utf8))
    }
}

extension AuditReport {
    fileprivate var summary: String {
        let span = period.map { ", from \($0.lowerBound.text) to \($0.upperBound.text)" } ?? ""
        let looked = "\(events) events in \(chains) chains\(span), and \(heads) heads were checked."
        let newest = "\(uncovered) events are newer than the newest head of their chain."
        return findings.isEmpty
            ? "\(looked) \(newest) All is as it was written."
            : "\(looked) \(newest) \(findings.count) findings: the trail is not as it was written."
    }
}
