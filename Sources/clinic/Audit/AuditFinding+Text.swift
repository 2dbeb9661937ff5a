import Application
import Domain
import Foundation

extension AuditFinding {
    /// What was found and where, for somebody at a terminal.
    var text: String {
        switch self {
        case .changed(let chain, let sequence, let at):
            "chain \(chain.text), event \(sequence), \(at.text): not as it was written"
        case .unproven(let chain, let sequence, let at):
            "chain \(chain.text), event \(sequence), \(at.text): cannot be checked, since the one before it is not right"
        case .inserted(let chain, let sequence, let at):
            "chain \(chain.text), event \(sequence), \(at.text): inserted, or moved here"
        case .missing(let chain, let sequences, let before):
            "chain \(chain.text), \(AuditFinding.events(sequences)), before \(before.text): missing"
        case .cutOff(let chain, let sequences, let head):
            "chain \(chain.text), \(AuditFinding.events(sequences)): cut off; a head of \(head.text) names them"
        case .chainMissing(let chain, let events, let head):
            "chain \(chain.text): missing with at least \(events) events; a head of \(head.text) names it"
        case .otherThanHead(let chain, let sequence, let head):
            "chain \(chain.text), event \(sequence): another one than the head of \(head.text) names"
        case .unknownKey(let chain, let events):
            "chain \(chain.text): none of its \(events) events was written with a key that is known (AUDIT_KEY, AUDIT_FORMER_KEYS)"
        case .headChanged(let id): "head \(id): not as it was signed, or signed with a key that is not known"
        case .headMissing(let number, let process):
            "process \(process.text): the head before its head \(number) is missing"
        case .headMoved(let id): "head \(id): there twice, or moved behind events"
        case .headNotKept(let number, let process, let at):
            "process \(process.text), head \(number), \(at.text): kept elsewhere, and missing here"
        case .wronglyIndexed(let id): "event with the number \(id.number): a search by patient misses it, or is misled"
        case .unreadable(let line): "line \(line): no line of an export; it was tampered with, or cut"
        }
    }

    /// The same, with the lines of an export where it shows.
    func text(lines: [Int]) -> String {
        guard let first = lines.first else { return text }
        let numbers = lines.map { String($0) }.joined(separator: ", ")
        return "\(text) (\(lines.count == 1 ? "line \(first)" : "lines \(numbers)"))"
    }

    private static func events(_ sequences: ClosedRange<Int64>) -> String {
        sequences.count == 1
            ? "event \(sequences.lowerBound)" : "events \(sequences.lowerBound) to \(sequences.upperBound)"
    }
}

extension Instant {
    /// As in RFC 3339, UTC, to the second.
    var text: String {
        let time = timeOfDay / 1_000_000
        let clock = String(format: "%02d:%02d:%02d", Int(time / 3600), Int(time / 60 % 60), Int(time % 60))
        return "\(date.description)T\(clock)Z"
    }
}
