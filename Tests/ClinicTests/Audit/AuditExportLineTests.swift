import Application
import Domain
import Foundation
import Testing

@testable import clinic

@Suite struct `A line of an export of the audit trail` {
    @Test func `is read as it was written`() throws {
        var entry = AuditEntry(
            at: Instant(microseconds: 1_756_706_400_000_001), action: "patient.read", outcome: "done")
        entry.account = Int64.max
        entry.role = "staff"
        entry.session = "s"
        entry.address = "::1"
        entry.request = "a \"quoted\" / \u{2028} name"
        entry.recordKind = "patient"
        entry.record = 42
        entry.patients = [1, 1 << 60]
        entry.changed = "allergies,email"
        let code = try #require(AuditCode(Array(0..<32)))
        let link = ChainLink(chain: ChainID(bits: 5), sequence: 9, entry: entry, code: code)
        let kept = KeptChainLink(id: 3, link: link)

        let json = try AuditExportLine.link(kept).json()

        #expect(!json.contains(UInt8(ascii: "\n")))
        guard case .link(kept) = AuditExportLine(json: json) else {
            Issue.record("It reads as something else.")
            return
        }
    }

    @Test(arguments: [Int64.min, .max]) func `is none with a time that no event has`(at: Int64) throws {
        let entry = AuditEntry(at: Instant(microseconds: at), action: "a", outcome: "b")
        let link = ChainLink(chain: ChainID(bits: 5), sequence: 1, entry: entry, code: .none)

        let json = try AuditExportLine.link(KeptChainLink(id: 1, link: link)).json()

        #expect(AuditExportLine(json: json) == nil)
    }

    @Test func `may be a head`() throws {
        let head = KeptAuditHead(id: 4, text: "clinic-audit-head 1 and so on")

        let json = try AuditExportLine.head(head).json()

        guard case .head(head) = AuditExportLine(json: json) else {
            Issue.record("It reads as something else.")
            return
        }
    }

    @Test func `says nothing of an account or a record that there is not`() throws {
        let entry = AuditEntry(at: Instant(microseconds: 0), action: "a", outcome: "b")
        let link = ChainLink(chain: ChainID(bits: 5), sequence: 1, entry: entry, code: .none)

        let json = String(decoding: try AuditExportLine.link(KeptChainLink(id: 1, link: link)).json(), as: UTF8.self)

        #expect(!json.contains("account") && !json.contains("\"record\""))
    }

    @Test(arguments: ["", "{}", "[]", "{\"id\": 1}", "{\"head\": 1, \"id\": 1}", "nonsense"])
    func `is nothing else`(_ text: String) {
        let line = AuditExportLine(json: Data(text.utf8))

        #expect(line == nil)
    }
}
