import Domain
import Testing

/// These bytes were made by another program, from what the documentation says. If one of them changes, all trails that
/// were ever kept can no longer be checked.
@Suite struct `The canonical form of an audit entry` {
    private let chain = ChainID(stored: "0123456789abcdef0123456789abcdef")

    @Test func `of an entry with every member is the one that was fixed`() {
        let previous = AuditCode(Array(0..<32)) ?? .none

        let bytes = AuditEntry.full.canonicalBytes(chain: chain, sequence: 2, after: previous)

        #expect(bytes.hexadecimal == Self.full)
    }

    @Test func `of an entry of nobody is the one that was fixed`() {
        let entry = AuditEntry(at: Instant(microseconds: -1), action: "chain.started", outcome: "done")

        let bytes = entry.canonicalBytes(chain: chain, sequence: 1, after: .none)

        #expect(bytes.hexadecimal == Self.empty)
    }

    @Test func `differs for entries that differ in anything`() {
        var entries = [AuditEntry.full]
        func add(_ change: (inout AuditEntry) -> Void) {
            var entry = AuditEntry.full
            change(&entry)
            entries.append(entry)
        }
        add { $0.at = Instant(microseconds: 1) }
        add { $0.action = "patient.read" }
        add { $0.outcome = "refused" }
        add { $0.account = nil }
        add { $0.account = 0 }
        add { $0.role = "" }
        add { $0.session = "" }
        add { ($0.address, $0.request) = ("2001:db8::", "7req-é") }
        add { $0.request = "req-e\u{301}" }
        add { $0.recordKind = "doctor" }
        add { $0.record = nil }
        add { $0.patients = [42] }
        add { $0.patients = [1 << 40, 42] }
        add { $0.changed = "allergies" }

        let forms = Set(entries.map { $0.canonicalBytes(chain: chain, sequence: 1, after: .none) })

        #expect(forms.count == entries.count)
    }

    @Test func `differs for another chain, place or entry before`() {
        let entry = AuditEntry.full
        let other = ChainID(stored: "")
        let code = AuditCode([UInt8](repeating: 1, count: 32)) ?? .none

        let forms = Set([
            entry.canonicalBytes(chain: chain, sequence: 1, after: .none),
            entry.canonicalBytes(chain: other, sequence: 1, after: .none),
            entry.canonicalBytes(chain: chain, sequence: 2, after: .none),
            entry.canonicalBytes(chain: chain, sequence: 1, after: code),
        ])

        #expect(forms.count == 4)
    }

    private static let full =
        "010000002030313233343536373839616263646566303132333435363738396162636465660000000000000002000102"
        + "030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f00063db714f258010000000f70617469656e74"
        + "2e6368616e67656400000004646f6e650100000000000000070000000573746166660000002066666666666666666666"
        + "666666666666666666666666666666666666666666660000000b323030313a6462383a3a37000000067265712dc3a900"
        + "00000770617469656e7401000000000000002a00000015616c6c6572676965732c70686f6e654e756d62657200000002"
        + "000000000000002a0000010000000000"

    private static let empty =
        "010000002030313233343536373839616263646566303132333435363738396162636465660000000000000001000000"
        + "0000000000000000000000000000000000000000000000000000000000ffffffffffffffff0000000d636861696e2e73"
        + "74617274656400000004646f6e65000000000000000000000000000000000000000000000000000000000000"
}

extension AuditEntry {
    /// An entry with every member.
    fileprivate static var full: AuditEntry {
        var entry = AuditEntry(
            at: Instant(microseconds: 1_756_706_400_000_001), action: "patient.changed", outcome: "done")
        entry.account = 7
        entry.role = "staff"
        entry.session = String(repeating: "f", count: 32)
        entry.address = "2001:db8::7"
        entry.request = "req-é"
        entry.recordKind = "patient"
        entry.record = 42
        entry.changed = "allergies,phoneNumber"
        entry.patients = [42, 1 << 40]
        return entry
    }
}

extension [UInt8] {
    fileprivate var hexadecimal: String {
        map { String($0 >> 4, radix: 16) + String($0 & 15, radix: 16) }.joined()
    }
}
