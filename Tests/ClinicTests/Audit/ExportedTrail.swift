import Application
import Domain
import Foundation
import OpenSSLTokens

@testable import clinic

/// The lines of an export: heads of two processes, then what their chains hold, all of it covered by a head.
struct ExportedTrail: Sendable {
    /// What a line is about.
    enum Content: Hashable {
        case event(ChainID, Int64)
        /// A head by its place among all heads, 0 for the first.
        case head(Int)
    }

    let seal: OpenSSLAuditSeal
    private(set) var heads: [SignedAuditHead] = []
    private(set) var lines: [Data] = []
    private(set) var contents: [Content] = []

    init() throws {
        seal = try OpenSSLAuditSeal(secret: "a key for tests that is long enough")
        var links: [ChainLink] = []
        for _ in 0..<2 {
            let chains = AuditChains(seal: seal, random: TestRandomness(), clock: StoppedClock())
            for round in 0..<3 {
                links += write(round, to: chains)
                sign(chains, number: round + 1)
            }
        }
        for (place, head) in heads.enumerated() {
            lines.append(try AuditExportLine.head(KeptAuditHead(id: Int64(place + 1), text: head.text)).json())
            contents.append(.head(place))
        }
        for (number, link) in links.sorted(by: { ($0.chain, $0.sequence) < ($1.chain, $1.sequence) }).enumerated() {
            lines.append(try AuditExportLine.link(KeptChainLink(id: Int64(number + 1), link: link)).json())
            contents.append(.event(link.chain, link.sequence))
        }
    }

    /// Two transactions at the same time.
    private func write(_ round: Int, to chains: AuditChains) -> [ChainLink] {
        let writers = [chains.writer(), chains.writer()]
        let links = writers.enumerated().flatMap { place, writer in
            writer.link((0...place).map { event(Int64(round * 10 + $0 + 1)) })
        }
        for writer in writers.reversed() { writer.finish(.kept) }
        return links
    }

    private mutating func sign(_ chains: AuditChains, number: Int) {
        let previous = heads.last.map { OpenSSLSignatureCheck().digest(of: Array($0.text.utf8)) }
        let head = AuditHead(
            process: chains.process, number: Int64(number), at: StoppedClock().now(), previous: previous ?? .none,
            chains: chains.takeMoved(), publicKey: seal.publicKey)
        heads.append(SignedAuditHead(head: head, signature: seal.signature(of: Array(head.text.utf8))))
    }

    private func event(_ patient: Int64) -> AuditEvent {
        var event = AuditEvent(
            .patientChanged,
            from: RequestOrigin(request: "r-é\"{},\\", address: ClientAddress("2001:db8::7"), device: ""),
            at: StoppedClock().now(), account: AccountID(7), on: PatientID(patient).map { AuditSubject($0) })
        event.patients = Set([PatientID(patient)].compactMap(\.self))
        event.changed = [.allergies, .phoneNumber]
        return event
    }

    /// What a check of a file with these lines finds, beside heads that were kept elsewhere, and in which lines.
    func check(
        _ lines: [Data], in folder: TemporaryDirectory
    ) throws -> (report: AuditReport, lines: Set<Int>) {
        let path = folder.path + "/export"
        try Data(lines.joined(separator: [UInt8(ascii: "\n")])).write(to: URL(filePath: path))
        var verifier = AuditVerifier(seals: [seal], signatures: OpenSSLSignatureCheck())
        for head in heads { _ = verifier.take(keptElsewhere: head.text) }
        let export = AuditExport(path: path)
        try export.read(into: &verifier)
        let report = verifier.finish()
        let unreadable = report.findings.compactMap { if case .unreadable(let line) = $0 { line } else { nil } }
        return (report, Set(try export.lines(of: report.findings).values.joined() + unreadable))
    }

    /// Whether a finding is about this.
    func tells(_ finding: AuditFinding, of content: Content) -> Bool {
        switch content {
        case .event(let chain, let sequence):
            return finding.events.map { $0.chain == chain && $0.sequences.contains(sequence) } ?? false
        case .head(let place):
            switch finding {
            case .headChanged(let id), .headMoved(let id): return id == Int64(place + 1)
            case .headNotKept(let number, let process, _): return place == self.place(of: number, process)
            // It is about both.
            case .headMissing(let number, let process):
                return [place, place + 1].contains(self.place(of: number, process))
            case .changed, .unproven, .inserted, .missing, .cutOff, .chainMissing, .otherThanHead, .unknownKey,
                .wronglyIndexed, .unreadable, .impossible, .nothing:
                return false
            }
        }
    }

    private func place(of number: Int64, _ process: ChainID) -> Int? {
        heads.firstIndex { $0.head.process == process && $0.head.number == number }
    }
}
