import Domain
import Testing

@Suite struct `A head of the audit trail` {
    private let head = AuditHead(
        process: ChainID(bits: 10), number: 3, at: Instant(microseconds: 1_756_706_400_000_001),
        previous: AuditCode([UInt8](repeating: 0xAB, count: 32)) ?? .none,
        chains: [
            ChainHead(
                chain: ChainID(bits: 2), sequence: 40, code: AuditCode([UInt8](repeating: 2, count: 32)) ?? .none),
            ChainHead(chain: ChainID(bits: 1), sequence: 7, code: AuditCode([UInt8](repeating: 1, count: 32)) ?? .none),
        ], publicKey: [UInt8](repeating: 0x0F, count: 32))

    @Test func `is one line that says all of it, its chains by name`() {
        let text = head.text

        #expect(
            text
                == "clinic-audit-head 1 process=0000000000000000000000000000000a number=3 at=1756706400000001 previous="
                + String(repeating: "ab", count: 32) + " key=" + String(repeating: "0f", count: 32)
                + " chains=00000000000000000000000000000001:7:" + String(repeating: "01", count: 32)
                + ",00000000000000000000000000000002:40:" + String(repeating: "02", count: 32))
    }

    @Test func `is read as it was written, with its signature`() {
        let signed = SignedAuditHead(head: head, signature: [UInt8](repeating: 9, count: 64))

        let read = SignedAuditHead(signed.text)

        #expect(read == signed)
    }

    @Test(arguments: [
        ("number=3", "number=03"), ("number=3", "number=x"), ("number=3", "Number=3"), ("number=3 ", ""),
        ("process=00", "process="), ("at=1", "at=1 "), ("previous=ab", "previous=AB"), ("previous=ab", "previous=a"),
        ("key=0f", "key="), (":7:", ":7"), (":7:", ":seven:"), (":7:01", ":7:0"), ("00001:7", "0001:7"),
        ("head 1", "head 2"), ("signature=09", "signature="), ("signature=", "sig="), (" chains=", " chains"),
        ("0909", "090g"), (" key=", " more=1 key="), ("02 sig", "02 more=1 sig"),
    ]) func `is no head with anything else in its text`(_ was: String, _ becomes: String) throws {
        let text = SignedAuditHead(head: head, signature: [UInt8](repeating: 9, count: 64)).text
        let range = try #require(text.firstRange(of: was))

        let read = SignedAuditHead(text.replacingCharacters(range, with: becomes))

        #expect(read == nil)
    }

    @Test(arguments: ["", "signature=", "clinic-audit-head 1 ", "clinic-audit-head"])
    func `is no head in other texts`(_ text: String) {
        let read = SignedAuditHead(text)

        #expect(read == nil)
        #expect(AuditHead(text) == nil)
    }

    @Test func `has codes of thirty-two bytes only, and names of thirty-two digits`() {
        let tooShort = AuditCode([1, 2, 3])
        let odd = AuditCode(hexadecimal: "abc")
        let name = ChainID("0123456789abcdef0123456789abcde")

        #expect(tooShort == nil)
        #expect(odd == nil)
        #expect(name == nil)
        #expect(ChainID("0123456789abcdef0123456789abcdef")?.text == "0123456789abcdef0123456789abcdef")
    }
}

extension String {
    fileprivate func replacingCharacters(_ range: Range<String.Index>, with text: String) -> String {
        String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
    }
}
