import Application
import Domain
import Synchronization
import Testing

@Suite("The audit trail")
struct AuditContractTests {
    @Test("keeps an event with everything that was said of it", arguments: Backend.available)
    func everything(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            let many = Set((1...1000).compactMap { PatientID($0 * 3) })
            let list = AuditEvent(.patientListed, by: .seven, at: .monday(10).adding(microseconds: 1), patients: many)
            let refused = AuditEvent(.signInRefused, from: .unknown, at: .monday(11)).ended(.refused)

            try await storage.note(.changed(), list)
            try await storage.audit.record(refused)

            let noted = try await storage.noted()
            #expect(noted == [.changed(), list, refused].map { AuditEntry($0) })
            #expect(try await storage.auditReport().findings == [])
        }
    }

    @Test("keeps the beginning of a chain without an event, and goes on from there", arguments: Backend.available)
    func beginning(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            try await storage.write { try await $0.audit.record([]) }
            try await storage.write { try await $0.audit.record([]) }
            try await storage.note(.changed())

            let links = try await storage.reads.audit.links(after: nil, limit: 10).map(\.link)
            #expect(links.map(\.entry.action) == ["chain.started", "patient.changed"])
            #expect(Set(links.map(\.chain)).count == 1 && links.map(\.sequence) == [1, 2])
        }
    }

    @Test("keeps a write's event with the write, and undoes it with the write", arguments: Backend.available)
    func withTheWrite(_ backend: Backend) async throws {
        try await backend.withClinic { clinic in
            let nurse = clinic.nurse.id
            try await clinic.storage.write { stores in
                _ = try await stores.patients.insert(.ann, by: nurse, at: .monday(9))
                try await stores.audit.record(.changed(1))
            }

            await #expect(throws: Failure.notAllowed) {
                try await clinic.storage.write { stores in
                    try await stores.audit.record(.changed(2))
                    _ = try await stores.patients.insert(.bo, by: nurse, at: .monday(9))
                    throw Failure.notAllowed
                }
            }

            try await clinic.storage.note(.changed(3))
            #expect(try await clinic.storage.noted().map(\.patients) == [[1], [3]])
            let report = try await clinic.storage.auditReport()
            #expect(report.findings == [])
        }
    }

    @Test("shows an event that was read as soon as it is noted", arguments: Backend.available)
    func durable(_ backend: Backend) async throws {
        try await backend.withOpened { opened in
            let storage = opened.storage

            let seen = try await withThrowingTaskGroup(of: Bool.self) { group in
                for client in 0..<50 {
                    group.addTask {
                        var areSeen = true
                        for patient in client * 4 + 1...client * 4 + 4 {
                            try await storage.audit.record(.read(Int64(patient)))
                            var query = AuditQuery()
                            query.patient = PatientID(Int64(patient))
                            let count = try await storage.reads.audit.count(query)
                            areSeen = areSeen && count == 1
                        }
                        return areSeen
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            #expect(seen.count == 50 && seen.allSatisfy(\.self))
            let report = try await storage.auditReport()
            #expect(report.findings == [])
            #expect(report.events == 201)
        }
    }

    @Test("keeps what two hundred requests read in far fewer commits", arguments: Backend.available)
    func groupCommit(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            let commits = Mutex(0)
            let trail = GroupedAuditTrail { events throws(Failure) in
                _ = try await storage.transaction { stores throws(Failure) in
                    try await stores.audit.record(events)
                    return events.count
                }
                commits.withLock { $0 += 1 }
            }

            try await withThrowingTaskGroup(of: Void.self) { group in
                for patient in 1...200 { group.addTask { try await trail.record(.read(Int64(patient))) } }
                try await group.waitForAll()
            }

            #expect(commits.withLock { $0 } < 50)
            #expect(try await storage.noted().count == 200)
        }
    }

    @Test("keeps none of a batch of which one event cannot be kept", arguments: Backend.available)
    func failedBatch(_ backend: Backend) async throws {
        try await backend.withOpened { opened in
            let storage = opened.storage
            try await opened.execute(backend.wayToRefuseRecordTwo)

            await #expect(throws: Failure.self) { try await storage.note(.read(1), .read(2), .read(3)) }
            await #expect(throws: Failure.self) { try await storage.audit.record(.read(2)) }

            try await storage.note(.read(4))
            #expect(try await storage.noted().map(\.patients) == [[4]])
            #expect(try await storage.auditReport().findings == [])
        }
    }

    @Test("refuses to be changed, shortened or emptied, by whatever tool", arguments: Backend.available)
    func insertOnly(_ backend: Backend) async throws {
        try await backend.withOpened { opened in
            let storage = opened.storage
            try await storage.note(.read(1), .read(2))
            let head = AuditHead(
                process: ChainID(bits: 1), number: 1, at: .dawn, previous: .none, chains: [], publicKey: [])
            try await storage.write { try await $0.audit.keep(SignedAuditHead(head: head, signature: [])) }
            let before = try await storage.noted()

            for sql in [
                "UPDATE audit_events SET account_id = 8", "UPDATE audit_events SET id = id + 100",
                "DELETE FROM audit_events", "DELETE FROM audit_events WHERE id = 2",
                "UPDATE audit_heads SET text = ''", "DELETE FROM audit_heads",
            ] + backend.waysToEmptyTheTrail {
                await #expect(throws: (any Error).self, "\(sql)") { try await opened.execute(sql) }
            }

            #expect(try await storage.noted() == before)
            #expect(try await storage.reads.audit.heads(after: 0, limit: 10).count == 1)
        }
    }

    @Test("has chains of its own for each process, and goes on after a restart", arguments: Backend.available)
    func processes(_ backend: Backend) async throws {
        try await backend.withOpened { opened in
            let storage = opened.storage
            try await storage.note(.read(1))

            try await opened.withAnother { another in
                try await withThrowingTaskGroup(of: Void.self) { group in
                    for patient in 10..<40 {
                        group.addTask { try await another.note(.read(Int64(patient))) }
                        group.addTask { try await storage.audit.record(.read(Int64(patient + 100))) }
                    }
                    try await group.waitForAll()
                }
            }
            try await storage.note(.read(2))

            let report = try await storage.auditReport()
            #expect(report.findings == [])
            #expect(report.chains >= 2)
            #expect(report.events == 62 + report.chains)
        }
    }

    @Test("keeps heads in their order", arguments: Backend.available)
    func heads(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            let none = try await storage.write { try await $0.audit.newestHead() }
            var texts: [String] = []
            for number in 1...3 {
                let head = AuditHead(
                    process: ChainID(bits: 1), number: Int64(number), at: .dawn, previous: .none,
                    chains: [ChainHead(chain: ChainID(bits: 5), sequence: 9)],
                    publicKey: [UInt8](repeating: 1, count: 32))
                let signed = SignedAuditHead(head: head, signature: [UInt8](repeating: 2, count: 64))
                texts.append(signed.text)
                try await storage.write { try await $0.audit.keep(signed) }
            }

            let first = try await storage.reads.audit.heads(after: 0, limit: 2)
            let rest = try await storage.reads.audit.heads(after: first.last?.id ?? 0, limit: 2)

            let newest = try await storage.write { try await $0.audit.newestHead() }
            #expect(none == nil && newest?.text == texts.last)
            #expect((first + rest).map(\.text) == texts)
        }
    }
}

extension Backend {
    fileprivate var wayToRefuseRecordTwo: String {
        testDescription == "PostgreSQL"
            ? "ALTER TABLE audit_events ADD CONSTRAINT refusal CHECK (record_id IS DISTINCT FROM 2)"
            : """
            CREATE TRIGGER refusal BEFORE INSERT ON audit_events WHEN NEW.record_id = 2
            BEGIN SELECT RAISE(FAIL, 'refusal'); END
            """
    }

    /// What else takes rows away.
    fileprivate var waysToEmptyTheTrail: [String] {
        testDescription == "PostgreSQL"
            ? ["TRUNCATE audit_events", "TRUNCATE audit_heads"]
            : [
                "REPLACE INTO audit_events SELECT * FROM audit_events WHERE id = 2",
                "REPLACE INTO audit_heads (id, text) VALUES (1, '')", "DELETE FROM audit_patients",
                "UPDATE audit_patients SET patients = '[9]'",
            ]
    }
}
