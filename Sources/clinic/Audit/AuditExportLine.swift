import Application
import Domain
import Foundation

/// A line of an export of the audit trail, in JSON: a head or an event.
enum AuditExportLine {
    case head(KeptAuditHead)
    case link(KeptChainLink)

    /// Without a line break.
    func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        switch self {
        case .head(let head): return try encoder.encode(HeadLine(id: head.id, head: head.text))
        case .link(let kept): return try encoder.encode(EventLine(kept))
        }
    }

    /// - Returns: `nil` for a line that no export has.
    init?(json: Data) {
        let decoder = JSONDecoder()
        if let line = try? decoder.decode(EventLine.self, from: json) {
            guard let link = line.link else { return nil }
            self = .link(link)
        } else if let line = try? decoder.decode(HeadLine.self, from: json) {
            self = .head(KeptAuditHead(id: line.id, text: line.head))
        } else {
            return nil
        }
    }
}

private struct HeadLine: Codable {
    let id: Int64
    let head: String
}

private struct EventLine: Codable {
    let id: Int64
    let chain: String
    let sequence: Int64
    /// Microseconds since 1970.
    let at: Int64
    let action: String
    let outcome: String
    let account: Int64?
    let role: String
    let session: String
    let address: String
    let request: String
    let recordKind: String
    let record: Int64?
    let patients: [Int64]
    let changed: String
    /// Hexadecimal.
    let code: String

    enum CodingKeys: String, CodingKey {
        case id, chain, sequence, at, action, outcome, account, role, session, address, request, record, patients,
            changed
        case code
        case recordKind = "record_kind"
    }

    init(_ kept: KeptChainLink) {
        let (link, entry) = (kept.link, kept.link.entry)
        id = kept.id
        chain = link.chain.text
        sequence = link.sequence
        at = entry.at.microseconds
        action = entry.action
        outcome = entry.outcome
        account = entry.account
        role = entry.role
        session = entry.session
        address = entry.address
        request = entry.request
        recordKind = entry.recordKind
        record = entry.record
        patients = entry.patients
        changed = entry.changed
        code = link.code.hexadecimal
    }

    /// A code that is none becomes one that no event has; `nil` for a time that none has.
    var link: KeptChainLink? {
        guard let at = Instant(stored: at) else { return nil }
        var entry = AuditEntry(at: at, action: action, outcome: outcome)
        entry.account = account
        entry.role = role
        entry.session = session
        entry.address = address
        entry.request = request
        entry.recordKind = recordKind
        entry.record = record
        entry.patients = patients
        entry.changed = changed
        let link = ChainLink(
            chain: ChainID(stored: chain), sequence: sequence, entry: entry,
            code: AuditCode(hexadecimal: code) ?? .none)
        return KeptChainLink(id: id, link: link)
    }
}
