import Application
import Domain
import OpenSSLTokens
import Testing

/// Somebody who has all rights on the database, but not the key, changes what was noted.
@Suite("Tampering with the audit trail", .serialized)
struct AuditTamperTests {
    @Test("is found and located, five hundred times at random", arguments: Backend.available)
    func randomChanges(_ backend: Backend) async throws {
        try await backend.withOpened { opened in
            let trail = try await TamperedTrail(opened, isPostgres: backend.testDescription == "PostgreSQL")
            var random = SystemRandomNumberGenerator()

            for number in 0..<500 {
                let change = trail.randomChange(using: &random)
                try await opened.execute(([trail.restoration] + change.sql).joined(separator: ";\n"))
                let report = try await opened.storage.auditReport()

                let found = report.findings.compactMap(\.events)
                for place in change.places {
                    #expect(
                        found.contains { $0.chain == place.chain && $0.sequences.contains(place.sequence) },
                        "\(number): \(change.sql) was not found, but \(report.findings)")
                }
                // What follows may be said to be unproven; nothing else is blamed.
                #expect(
                    found.allSatisfy { finding in
                        change.places.contains { place in
                            finding.chain == place.chain
                                && finding.sequences.overlaps(place.sequence...place.sequence + 1)
                        }
                    }, "\(number): \(change.sql) is not all of \(report.findings)")
            }

            try await opened.execute(trail.restoration)
            #expect(try await opened.storage.auditReport().findings == [])
        }
    }

    @Test("in a way that no reader is made for is found, and harms no list", arguments: Backend.available)
    func oddities(_ backend: Backend) async throws {
        try await backend.withOpened { opened in
            let isPostgres = backend.testDescription == "PostgreSQL"
            let trail = try await TamperedTrail(opened, isPostgres: isPostgres)
            let one = try #require(trail.links.dropFirst(5).first)

            for change in isPostgres ? TamperedTrail.oddOnPostgres : TamperedTrail.oddOnSQLite {
                let sql = change.replacing("#", with: "\(one.id)")
                try await opened.execute("\(trail.restoration);\n\(sql)")
                let findings = try await opened.storage.auditReport().findings
                let listed = try await opened.storage.reads.audit.list(AuditQuery())

                #expect(findings.contains { if case .impossible = $0 { true } else { false } }, "\(sql)")
                #expect(
                    findings.compactMap(\.events).contains {
                        $0.chain == one.link.chain && $0.sequences.contains(one.link.sequence)
                    }, "\(sql): \(findings)")
                #expect(!listed.isEmpty)
            }
        }
    }

    @Test(
        "with the index by patient alone is found, and shows no patient what is another's", arguments: [Backend.sqlite])
    func index(_ backend: Backend) async throws {
        try await backend.withOpened { opened in
            try await opened.storage.note(
                .read(1), .read(2), .read(3, at: .monday(10)), .read(4, at: .monday(11)), .read(5, at: .monday(12)))
            for (command, patient) in [
                ("'delete'", "[2]"), ("'delete'", "[3]"), ("NULL", "[7]"), ("'delete'", "p4"), ("NULL", "p7"),
            ] {
                try await opened.execute(
                    """
                    INSERT INTO audit_patients (audit_patients, rowid, patients)
                    SELECT \(command), at, '\(patient)' FROM audit_events
                    WHERE record_id = \(patient == "[3]" ? 3 : patient == "p4" ? 4 : 1)
                    """)
            }

            let findings = try await opened.storage.auditReport().findings
            var ofSeven = AuditQuery()
            ofSeven.patient = PatientID(7)

            #expect(
                Set(findings) == Set([3, 4, 5].compactMap { AuditEventID($0) }.map { .wronglyIndexed($0) }))
            #expect(try await opened.storage.reads.audit.list(ofSeven) == [])
            #expect(try await opened.storage.reads.audit.count(ofSeven) == 0)
            (ofSeven.patient, ofSeven.subject) = (nil, PatientID(7).map { AuditSubject($0) })
            #expect(try await opened.storage.reads.audit.list(ofSeven) == [])
        }
    }
}

/// A trail whose guards were taken away, and a copy of it.
private struct TamperedTrail {
    struct Place {
        let chain: ChainID
        let sequence: Int64
    }

    /// What somebody does, and to which events.
    struct Change {
        let sql: [String]
        let places: [Place]
    }

    let links: [KeptChainLink]
    let isPostgres: Bool

    init(_ opened: Backend.Opened, isPostgres: Bool) async throws {
        self.isPostgres = isPostgres
        let storage = opened.storage
        try await withThrowingTaskGroup(of: Void.self) { group in
            for patient in 1...40 {
                group.addTask { try await storage.note(.read(Int64(patient)), .changed(Int64(patient))) }
                group.addTask { try await storage.audit.record(.read(Int64(patient))) }
            }
            try await group.waitForAll()
        }
        try await opened.withAnother { another in
            for patient in 1...20 { try await another.note(.changed(Int64(patient))) }
        }
        links = try await storage.reads.audit.links(after: nil, limit: 1000)
        try await Self.sign(links, in: storage)
        try await opened.execute(isPostgres ? Self.postgresGuards : Self.sqliteGuards)
        try await opened.execute("CREATE TABLE audit_copy AS SELECT * FROM audit_events")
    }

    /// A head of all chains, as the process keeps at its end.
    private static func sign(_ links: [KeptChainLink], in storage: any Storage) async throws {
        let seal = try OpenSSLAuditSeal.forTests()
        let ends = Dictionary(grouping: links.map(\.link), by: \.chain).values.compactMap(\.last)
        let head = AuditHead(
            process: ChainID(bits: 1), number: 1, at: .dawn, previous: .none,
            chains: ends.map { ChainHead(chain: $0.chain, sequence: $0.sequence, code: $0.code) },
            publicKey: seal.publicKey)
        let signed = SignedAuditHead(head: head, signature: seal.signature(of: Array(head.text.utf8)))
        try await storage.write { try await $0.audit.keep(signed) }
    }

    func randomChange(using random: inout some RandomNumberGenerator) -> Change {
        let one = links.randomElement(using: &random) ?? links[0]
        let chain = links.filter { $0.link.chain == one.link.chain }
        let place = Place(chain: one.link.chain, sequence: one.link.sequence)
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return Change(sql: ["DELETE FROM audit_events WHERE id = \(one.id)"], places: [place])
        case 1: return swap(one, chain.randomElement(using: &random) ?? one)
        case 2:
            return Change(
                sql: ["DELETE FROM audit_events WHERE chain = '\(place.chain.text)' AND sequence >= \(place.sequence)"],
                places: places(chain.filter { $0.link.sequence >= place.sequence }))
        case 3:
            return Change(
                sql: ["DELETE FROM audit_events WHERE chain = '\(place.chain.text)'"], places: places(chain))
        case 4: return insertion(like: one, at: (chain.last?.link.sequence ?? 0) + 1)
        default:
            let change = changes(of: one).randomElement(using: &random) ?? ""
            return Change(sql: ["UPDATE audit_events SET \(change) WHERE id = \(one.id)"], places: [place])
        }
    }

    /// Two events change their places, or nothing happens but to the code of one.
    private func swap(_ one: KeptChainLink, _ other: KeptChainLink) -> Change {
        guard one.id != other.id else {
            return Change(
                sql: ["UPDATE audit_events SET code = \(bytes("00")) WHERE id = \(one.id)"], places: places([one]))
        }
        return Change(
            sql: [
                "UPDATE audit_events SET sequence = -1 WHERE id = \(one.id)",
                "UPDATE audit_events SET sequence = \(one.link.sequence) WHERE id = \(other.id)",
                "UPDATE audit_events SET sequence = \(other.link.sequence) WHERE id = \(one.id)",
            ], places: places([one, other]))
    }

    private func insertion(like one: KeptChainLink, at sequence: Int64) -> Change {
        let columns =
            "at, action, outcome, account_id, role, session, address, request, record_kind, record_id, patients, changed, code"
        return Change(
            sql: [
                """
                INSERT INTO audit_events (chain, sequence, \(columns))
                SELECT chain, \(sequence), \(columns) FROM audit_events WHERE id = \(one.id)
                """
            ], places: [Place(chain: one.link.chain, sequence: sequence)])
    }

    private func changes(of link: KeptChainLink) -> [String] {
        [
            "at = at + \(isPostgres ? "INTERVAL '1 microsecond'" : "1")", "action = 'patient.listed'",
            "outcome = 'refused'", "account_id = coalesce(account_id, 0) + 1",
            "account_id = CASE WHEN account_id IS NULL THEN 0 END", "role = role || 'x'", "session = '0' || session",
            "address = address || ' '", "request = request || ','", "record_kind = record_kind || 's'",
            "record_id = coalesce(record_id, 0) + 1000", "record_id = CASE WHEN record_id IS NULL THEN 7 END",
            "patients = \(isPostgres ? "'{99}'" : "'[99]'")",
            "patients = \(isPostgres ? "patients || 5::bigint" : "replace('[5,' || substr(patients, 2), ',]', ']')")",
            "changed = changed || ',email'", "code = \(bytes(String(repeating: "ab", count: 32)))",
            "code = \(bytes("ab"))",
        ]
    }

    private func bytes(_ hexadecimal: String) -> String {
        isPostgres ? "'\\x\(hexadecimal)'::bytea" : "x'\(hexadecimal)'"
    }

    private func places(_ links: [KeptChainLink]) -> [Place] {
        links.map { Place(chain: $0.link.chain, sequence: $0.link.sequence) }
    }

    var restoration: String {
        """
        DELETE FROM audit_events;
        INSERT INTO audit_events \(isPostgres ? "OVERRIDING SYSTEM VALUE" : "") SELECT * FROM audit_copy
        """
    }

    /// Changes of the event # that leave it somewhere or in some form where nobody looks for it.
    static let oddOnSQLite =
        [
            "SET id = -id WHERE id = #", "SET id = 9223372036854775807 WHERE id = #",
            "SET at = -9223372036854775807 - 1 WHERE id = #", "SET at = 9223372036854775807 WHERE id = #",
            "SET chain = chain || char(0) || 'x' WHERE id = #", "SET chain = upper(chain) || 'é' WHERE id = #",
        ].map { "UPDATE audit_events \($0)" }
        + ["action", "record_kind", "request", "changed", "patients"].map {
            "UPDATE audit_events SET \($0) = \($0) || char(0) || 'x' WHERE id = #"
        }

    static let oddOnPostgres = [
        """
        INSERT INTO audit_events OVERRIDING SYSTEM VALUE
        SELECT -id, chain, -sequence, at, action, outcome, account_id, role, session, address, request, record_kind,
            record_id, patients, changed, code
        FROM audit_events WHERE id = #;
        DELETE FROM audit_events WHERE id = #
        """,
        "UPDATE audit_events SET at = '294276-12-31 23:59:59+00' WHERE id = #",
        "UPDATE audit_events SET at = '4713-01-01 00:00:00+00 BC' WHERE id = #",
        "UPDATE audit_events SET at = 'infinity' WHERE id = #",
        "UPDATE audit_events SET chain = chain || 'x' WHERE id = #",
    ]

    private static let postgresGuards = "DROP TRIGGER audit_events_insert_only ON audit_events"

    private static let sqliteGuards = """
        DROP TRIGGER audit_events_not_updated; DROP TRIGGER audit_events_not_deleted;
        DROP TRIGGER audit_events_not_replaced
        """
}
