import Application
import Domain
import Foundation
import GRDB

/// The columns of a link.
enum SQLiteAuditRow {
    /// Of an entry, in the order in which they are read.
    private static let entryColumns = [
        "at", "action", "outcome", "account_id", "role", "session", "address", "request", "record_kind", "record_id",
        "patients", "changed",
    ]

    /// Statements that insert so many links, from the most to one.
    static let insertions = [16, 8, 4, 2, 1].map { count in
        let columns = ["chain", "sequence", "code"] + entryColumns
        return (count, Database.insertion(of: count, into: "audit_events", columns, undoing: false))
    }

    /// For `kept`.
    static let columns = (["id"] + entryColumns).map { "audit_events.\($0)" }.joined(separator: ", ")

    /// For `link`.
    static let linkColumns = (["id", "chain", "sequence", "code"] + entryColumns).joined(separator: ", ")

    /// What is so for every event that a writer wrote. Texts that go on behind a NUL would be read up to it.
    static let readable = """
        \(ofSomeTime) AND length(chain) = 32 AND length(CAST(chain AS BLOB)) = 32 AND chain NOT GLOB '*[^0-9a-f]*'
        AND instr(CAST(
            action || outcome || role || session || address || request || record_kind || patients || changed
            AS BLOB), x'00') = 0
        """

    /// Of these the number and the time: what a list needs. The years are 1 to 9999; with a plus no planner looks
    /// for them in an index.
    static let ofSomeTime = """
        +audit_events.id BETWEEN 1 AND 9007199254740992
        AND +audit_events.at BETWEEN -62135596800000000 AND 253402300799999999
        """

    static func values(_ link: ChainLink) -> SQLiteValues {
        let entry = link.entry
        return [
            link.chain.text, link.sequence, link.code.bytes, entry.at.microseconds, entry.action,
            entry.outcome, entry.account, entry.role, entry.session, entry.address, entry.request, entry.recordKind,
            entry.record, patients(entry.patients), entry.changed,
        ]
    }

    static func kept(_ row: inout SQLiteRowReader) throws -> KeptAuditEntry {
        KeptAuditEntry(id: try row.id(), entry: try entry(&row))
    }

    /// What cannot be read as it was written becomes something that no writer writes: it was tampered with, and the
    /// link will not be found good.
    static func link(_ row: inout SQLiteRowReader) throws -> KeptChainLink {
        let id = try row.integer()
        let chain = ChainID(stored: try row.string())
        let sequence = try row.integer()
        let code = AuditCode(try row.bytes()) ?? .none
        return KeptChainLink(
            id: id, link: ChainLink(chain: chain, sequence: sequence, entry: try entry(&row), code: code))
    }

    private static func entry(_ row: inout SQLiteRowReader) throws -> AuditEntry {
        var entry = AuditEntry(at: try row.instant(), action: try row.string(), outcome: try row.string())
        entry.account = row.optionalInteger()
        entry.role = try row.string()
        entry.session = try row.string()
        entry.address = try row.string()
        entry.request = try row.string()
        entry.recordKind = try row.string()
        entry.record = row.optionalInteger()
        entry.patients = patients(try row.string())
        entry.changed = try row.string()
        return entry
    }

    /// A JSON array.
    private static func patients(_ numbers: [Int64]) -> String {
        "[" + numbers.map { String($0) }.joined(separator: ",") + "]"
    }

    private static func patients(_ text: String) -> [Int64] {
        guard text != "[]" else { return [] }
        guard text.hasPrefix("["), text.hasSuffix("]") else { return [0] }
        let numbers = text.utf8.dropFirst().dropLast()
        return numbers.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { number in
            Int64(Substring(number)) ?? 0
        }
    }
}
