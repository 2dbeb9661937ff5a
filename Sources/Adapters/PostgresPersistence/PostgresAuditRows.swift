import Application
import Domain
import PostgresClient

/// Links as parameters, and as rows.
enum PostgresAuditRows {
    static let outline = OutlineColumns(patient: nil, bytes: "cardinality(t.patients) * 8")

    /// For `AuditStatements.insertOne`.
    static func values(_ link: ChainLink) -> [PostgresValue] {
        let entry = link.entry
        return [
            .text(link.chain.text), .int64(link.sequence), .instant(entry.at), .text(entry.action),
            .text(entry.outcome), PostgresValue(entry.account), .text(entry.role), .text(entry.session),
            .text(entry.address), .text(entry.request), .text(entry.recordKind), PostgresValue(entry.record),
            .int64s(entry.patients), .text(entry.changed), .bytes(link.code.bytes),
        ]
    }

    /// For `AuditStatements.insert`.
    ///
    /// - Parameter links: of one chain, one after the other.
    static func values(_ links: [ChainLink], first: ChainLink) -> [PostgresValue] {
        func texts(_ member: (AuditEntry) -> String) -> PostgresValue { .texts(links.map { member($0.entry) }) }
        func numbers(_ member: (AuditEntry) -> Int64?) -> PostgresValue {
            .int64s(links.map { member($0.entry) ?? 0 })
        }
        return [
            .text(first.chain.text), .int64(first.sequence), numbers { $0.at.microseconds }, texts(\.action),
            texts(\.outcome), numbers(\.account), texts(\.role), texts(\.session), texts(\.address), texts(\.request),
            texts(\.recordKind), numbers(\.record), texts { array($0.patients) }, texts(\.changed),
            .texts(links.map(\.code.hexadecimal)),
        ]
    }

    /// What cannot be read as it was written becomes something that no writer writes: it was tampered with, and the
    /// link will not be found good.
    static func link(_ row: inout ColumnCursor) throws(PostgresError) -> KeptChainLink {
        let id = Int64(try row.int())
        let chain = ChainID(stored: try row.string())
        let sequence = Int64(try row.int())
        let code = AuditCode(try row.bytes()) ?? .none
        return KeptChainLink(
            id: id, link: ChainLink(chain: chain, sequence: sequence, entry: try entry(&row), code: code))
    }

    static func kept(_ row: inout ColumnCursor) throws(PostgresError) -> KeptAuditEntry {
        KeptAuditEntry(id: try row.id(), entry: try entry(&row))
    }

    static func head(_ row: inout ColumnCursor) throws(PostgresError) -> KeptAuditHead {
        KeptAuditHead(id: Int64(try row.int()), text: try row.string())
    }

    private static func entry(_ row: inout ColumnCursor) throws(PostgresError) -> AuditEntry {
        var entry = AuditEntry(at: try row.instant(), action: try row.string(), outcome: try row.string())
        entry.account = try row.optionalInt64()
        entry.role = try row.string()
        entry.session = try row.string()
        entry.address = try row.string()
        entry.request = try row.string()
        entry.recordKind = try row.string()
        entry.record = try row.optionalInt64()
        entry.patients = patients(try row.string())
        entry.changed = try row.string()
        return entry
    }

    /// The text of an array.
    private static func array(_ numbers: [Int64]) -> String {
        var text = "{"
        for number in numbers {
            if text.utf8.count > 1 { text += "," }
            text += String(number)
        }
        return text + "}"
    }

    private static func patients(_ text: String) -> [Int64] {
        guard text != "{}" else { return [] }
        let numbers = text.utf8.dropFirst().dropLast()
        return numbers.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false).map { number in
            Int64(Substring(number)) ?? 0
        }
    }
}
