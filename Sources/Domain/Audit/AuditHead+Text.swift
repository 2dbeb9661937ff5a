extension AuditHead {
    /// One line without a line break, which is what is signed:
    ///
    ///     clinic-audit-head 1 process=… number=… at=… previous=… key=… chains=NAME:SEQUENCE:CODE,…
    ///
    /// Times are microseconds since 1970, all else is decimal or hexadecimal.
    public var text: String {
        let chains = chains.map { "\($0.chain.text):\($0.sequence):\($0.code.hexadecimal)" }.joined(separator: ",")
        return "\(AuditHead.opening)process=\(process.text) number=\(number) at=\(at.microseconds) "
            + "previous=\(previous.hexadecimal) key=\(Hexadecimal.text(publicKey)) chains=\(chains)"
    }

    /// - Returns: `nil` for anything that `text` does not write.
    public init?(_ text: some StringProtocol) {
        var reader = HeadReader(text)
        guard text.hasPrefix(AuditHead.opening), reader.skip(2),
            let process = reader.next("process").flatMap({ ChainID($0) }),
            let number = reader.next("number").flatMap({ Int64($0) }),
            let at = reader.next("at").flatMap({ Int64($0) }),
            let previous = reader.next("previous").flatMap({ AuditCode(hexadecimal: $0) }),
            let key = reader.next("key").flatMap({ Hexadecimal.bytes($0) }), key.count == 32,
            let chains = reader.next("chains").flatMap({ AuditHead.chains($0) }), reader.isAtEnd
        else { return nil }
        self.init(
            process: process, number: number, at: Instant(microseconds: at), previous: previous, chains: chains,
            publicKey: key)
        guard self.text == text else { return nil }
    }

    /// How the text of each head begins; the number is the version of its form.
    public static let opening = "clinic-audit-head 1 "

    private static func chains(_ text: Substring) -> [ChainHead]? {
        var heads: [ChainHead] = []
        for part in text.split(separator: ",") {
            let members = part.split(separator: ":", omittingEmptySubsequences: false)
            guard members.count == 3, let chain = ChainID(members[0]), let sequence = Int64(members[1]),
                let code = AuditCode(hexadecimal: members[2])
            else { return nil }
            heads.append(ChainHead(chain: chain, sequence: sequence, code: code))
        }
        return heads
    }
}

extension SignedAuditHead {
    /// The head's text, a space and the signature.
    public var text: String { "\(head.text)\(SignedAuditHead.seam)\(Hexadecimal.text(signature))" }

    /// - Returns: `nil` for anything that `text` does not write.
    public init?(_ text: some StringProtocol) {
        let parts = Array(text.split(separator: " "))
        guard let last = parts.last, last.hasPrefix("signature="),
            let signature = Hexadecimal.bytes(last.dropFirst(10)),
            signature.count == 64, let head = AuditHead(text.dropLast(last.count + 1))
        else { return nil }
        self.init(head: head, signature: signature)
    }

    private static let seam = " signature="
}

/// Takes the members of a head's text one after the other.
private struct HeadReader {
    private var members: ArraySlice<Substring>

    init(_ text: some StringProtocol) {
        members = String(text).split(separator: " ", omittingEmptySubsequences: false)[...]
    }

    var isAtEnd: Bool { members.isEmpty }

    mutating func skip(_ count: Int) -> Bool {
        guard members.count >= count else { return false }
        members = members.dropFirst(count)
        return true
    }

    mutating func next(_ name: String) -> Substring? {
        guard let member = members.popFirst(), member.hasPrefix(name + "=") else { return nil }
        return member.dropFirst(name.utf8.count + 1)
    }
}
