import Application
import Domain
import Testing

@Suite("A list of the audit trail")
struct AuditListContractTests {
    @Test("can be narrowed by each condition alone and by all together", arguments: Backend.available)
    func filters(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            let (ann, bo, house) = (PatientID(1)!, PatientID(2)!, DoctorID(1)!)
            var admin = Caller(account: AccountID(9)!, role: .admin, session: SessionID(bits: 9))
            admin.origin = .unknown
            try await storage.note(
                AuditEvent(.patientRead, by: .seven, at: .monday(9), on: AuditSubject(ann), patients: [ann]),
                AuditEvent(.patientListed, by: .seven, at: .monday(10), patients: [ann, bo]),
                AuditEvent(.doctorChanged, by: admin, at: .monday(11), on: AuditSubject(house), changed: [.gender]),
                AuditEvent(.patientRead, by: admin, at: .monday(12), on: AuditSubject(bo), patients: [bo]))

            try await storage.expect([12, 11, 10, 9]) { _ in }
            try await storage.expect([10, 9]) { $0.account = AccountID(7) }
            try await storage.expect([10, 9]) { $0.patient = ann }
            try await storage.expect([12, 10]) { $0.patient = bo }
            try await storage.expect([]) { $0.patient = PatientID(3) }
            try await storage.expect([11]) { $0.subject = AuditSubject(house) }
            try await storage.expect([9]) { $0.subject = AuditSubject(ann) }
            try await storage.expect([12, 9]) { $0.actions = [.patientRead] }
            try await storage.expect([12, 11, 9]) { $0.actions = [.patientRead, .doctorChanged] }
            try await storage.expect([12]) { ($0.patient, $0.actions) = (bo, [.patientRead, .doctorChanged]) }
            try await storage.expect([12, 11]) { $0.from = .monday(11) }
            try await storage.expect([10, 9]) { $0.to = .monday(11) }
            try await storage.expect([10]) { ($0.patient, $0.from, $0.to) = (ann, .monday(10), .monday(12)) }
            try await storage.expect([12]) {
                $0.account = AccountID(9)
                $0.patient = bo
                $0.subject = AuditSubject(bo)
                $0.actions = [.patientRead]
                $0.from = .monday(12)
                $0.to = .monday(13)
            }
        }
    }

    @Test("finds the few entries about a patient that fulfil a condition among many", arguments: Backend.available)
    func fewAmongMany(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            let ann = PatientID(1)!
            let admin = Caller(account: AccountID(9)!, role: .admin, session: SessionID(bits: 9))
            let moments = (0..<300).map { Instant.monday(8).adding(microseconds: Int64($0 / 2)) }
            let events = moments.enumerated().map { number, at in
                AuditEvent(
                    .patientListed, by: [3, 150, 298].contains(number) ? admin : .seven, at: at,
                    patients: number % 10 == 9 ? [PatientID(11)!] : [ann, PatientID(Int64(number) + 20)!])
            }
            try await storage.write { try await $0.audit.record(events) }
            var query = AuditQuery()
            query.patient = ann
            query.account = AccountID(9)
            query.page.size = 2

            let newest = try await storage.reads.audit.list(query).map(\.entry.at)
            query.ordering = [Ordering(.at)]
            let oldest = try await storage.reads.audit.list(query).map(\.entry.at)
            query.account = nil
            query.page.size = 1000
            let all = try await storage.reads.audit.list(query)

            #expect(newest == [moments[298], moments[150]])
            #expect(oldest == [moments[3], moments[150]])
            #expect(all.count == 270 && all.map(\.entry.at) == all.map(\.entry.at).sorted())
            #expect(try await storage.reads.audit.count(query) == 270)
        }
    }

    @Test(
        "finds what is about one record, whosever data it was and whoever else was shown", arguments: Backend.available)
    func subjects(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            let (ann, bo) = (PatientID(1)!, PatientID(11)!)
            try await storage.note(
                AuditEvent(.patientRead, by: .seven, at: .monday(8), on: AuditSubject(ann), patients: [ann]),
                AuditEvent(.patientListed, by: .seven, at: .monday(9), patients: [ann, bo]),
                AuditEvent(
                    .appointmentRead, by: .seven, at: .monday(9), on: AuditSubject(.appointment, ann), patients: [ann]),
                AuditEvent(.doctorRead, by: .seven, at: .monday(10), on: AuditSubject(DoctorID(1)!)),
                AuditEvent(.accessRefused, by: .seven, at: .monday(11), on: AuditSubject(ann)).ended(.refused),
                AuditEvent(.patientChanged, by: .seven, at: .monday(12), on: AuditSubject(ann), patients: [ann, bo]),
                AuditEvent(.patientRead, by: .seven, at: .monday(12), on: AuditSubject(bo), patients: [bo]))
            try await storage.audit.record(
                AuditEvent(.accessRefused, by: .seven, at: .monday(13), on: AuditSubject(ann)).ended(.refused))

            try await storage.expect([13, 12, 11, 8]) { $0.subject = AuditSubject(ann) }
            try await storage.expect([12]) { $0.subject = AuditSubject(bo) }
            try await storage.expect([9]) { $0.subject = AuditSubject(.appointment, ann) }
            try await storage.expect([10]) { $0.subject = AuditSubject(DoctorID(1)!) }
            try await storage.expect([]) { $0.subject = AuditSubject(.account, ann) }
            try await storage.expect([12, 8]) { ($0.subject, $0.patient) = (AuditSubject(ann), ann) }
            try await storage.expect([12]) { ($0.subject, $0.patient) = (AuditSubject(ann), bo) }
            try await storage.expect([12, 8]) {
                ($0.subject, $0.actions) = (AuditSubject(ann), [.patientRead, .patientChanged])
            }
            try await storage.expect([13]) { ($0.subject, $0.from) = (AuditSubject(ann), .monday(13)) }
            try await storage.expect([8]) { ($0.subject, $0.to) = (AuditSubject(ann), .monday(11)) }
            var query = AuditQuery()
            query.subject = AuditSubject(ann)
            #expect(try await storage.reads.audit.count(query) == 4)
            #expect(try await storage.auditReport().findings == [])
        }
    }

    /// By patient, record and actions.
    private static let narrowings: [(PatientID?, AuditSubject?, Set<AuditAction>)] = [
        (nil, nil, []), (PatientID(1), nil, []), (nil, nil, [.patientRead, .chainStarted]),
        (PatientID(1), nil, [.patientRead, .chainStarted]), (nil, PatientID(1).map { AuditSubject($0) }, []),
        (nil, PatientID(1).map { AuditSubject($0) }, [.patientRead, .chainStarted]),
    ]

    @Test("comes in pages, both ways, each event once", arguments: Backend.available)
    func pages(_ backend: Backend) async throws {
        try await backend.withStorage { storage in
            for number in 1...23 {
                try await storage.note(.read(Int64(number % 2 + 1), at: .monday(Int64(number % 5) + 8)))
            }
            for orderings in [[], [Ordering(.at)], [Ordering(.id)], [Ordering(.id, descending: true)]]
                as [[Ordering<AuditSortKey>]]
            {
                for (patient, subject, actions) in Self.narrowings {
                    var query = AuditQuery()
                    query.actions = actions
                    query.ordering = orderings
                    query.patient = patient
                    query.subject = subject
                    let browsing = Browsing(query: query, list: storage.reads.audit.list)
                    let all = try await storage.reads.audit.list(query)

                    let forwards = try await browsing.forwards(by: 4)
                    let last = try #require(all.last)
                    let backwards = try await browsing.backwards(by: 4, from: last)

                    #expect(Array(forwards.joined()) == all)
                    #expect(Array(backwards.reversed().joined()) == Array(all.dropLast()))
                    #expect(try await storage.reads.audit.count(query) == all.count)
                }
            }
        }
    }
}

extension Storage {
    /// The hours of the Monday at which the events happened that a query finds.
    fileprivate func expect(
        _ hours: [Int64], _ change: (inout AuditQuery) -> Void, sourceLocation: SourceLocation = #_sourceLocation
    ) async throws {
        var query = AuditQuery()
        change(&query)
        let entries = try await reads.audit.list(query).map(\.entry).filter { $0.action != "chain.started" }
        #expect(entries.map { $0.at.timeOfDay / 3_600_000_000 } == hours, sourceLocation: sourceLocation)
    }
}
