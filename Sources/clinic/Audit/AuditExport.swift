import Application
import Domain
import Foundation

/// An export of the audit trail in a file.
struct AuditExport {
    /// `-` is standard input, which can be read once only.
    let path: String

    /// Has a verifier take all lines in their order.
    ///
    /// - Parameter progress: told after each line how many events were taken.
    /// - Throws: `StartFailure` when the file cannot be read, or when none of its lines is one of an export.
    func read(into verifier: inout AuditVerifier, progress: (Int) -> Void = { _ in }) throws {
        var lines = try LineReader(path)
        var (readable, unreadable) = (0, 0)
        while let line = try lines.next() {
            switch AuditExportLine(json: line) {
            case .head(let head): verifier.take(head)
            case .link(let kept): verifier.take(kept.link)
            case nil:
                verifier.take(unreadableLine: lines.number)
                unreadable += 1
                continue
            }
            readable += 1
            progress(verifier.count)
        }
        guard readable > 0 || unreadable == 0 else { throw StartFailure("\(path) is no export of an audit trail.") }
    }

    /// The numbers of the lines where findings show. None of what is missing altogether, nor of standard input.
    func lines(of findings: [AuditFinding]) throws -> [AuditFinding: [Int]] {
        let marks = Set(findings.compactMap(\.mark))
        guard !marks.isEmpty, path != "-" else { return [:] }
        var found: [Mark: [Int]] = [:]
        var lines = try LineReader(path)
        while let line = try lines.next() {
            for mark in AuditExportLine(json: line)?.marks ?? [] where marks.contains(mark) {
                found[mark, default: []].append(lines.number)
            }
        }
        let pairs = findings.compactMap { finding in
            finding.mark.flatMap { found[$0] }.map { (finding, $0) }
        }
        return Dictionary(pairs) { first, _ in first }
    }

    /// By what a line is known.
    fileprivate enum Mark: Hashable {
        case event(ChainID, Int64)
        case head(Int64)
        /// The head with this number of a process.
        case headOf(ChainID, Int64)
    }
}

extension AuditExportLine {
    fileprivate var marks: [AuditExport.Mark] {
        switch self {
        case .link(let kept): [.event(kept.link.chain, kept.link.sequence)]
        case .head(let kept):
            [.head(kept.id)] + (SignedAuditHead(kept.text).map { [.headOf($0.head.process, $0.head.number)] } ?? [])
        }
    }
}

extension AuditFinding {
    /// The line where it shows: that of the event or head itself, or the one beside a gap.
    fileprivate var mark: AuditExport.Mark? {
        switch self {
        case .changed(let chain, let sequence, _), .unproven(let chain, let sequence, _),
            .inserted(let chain, let sequence, _), .otherThanHead(let chain, let sequence, _):
            .event(chain, sequence)
        case .missing(let chain, let sequences, _): .event(chain, sequences.upperBound + 1)
        case .cutOff(let chain, let sequences, _): .event(chain, sequences.lowerBound - 1)
        case .unknownKey(let chain, _): .event(chain, 1)
        case .headChanged(let id), .headMoved(let id): .head(id)
        case .headMissing(let number, let process): .headOf(process, number)
        case .chainMissing, .headNotKept, .wronglyIndexed, .unreadable: nil
        }
    }
}
