import Application
import Domain
import Testing

@testable import SQLitePersistence

/// Agendas, statistics and the end of the audit trail: none reads the whole of a large table.
@Suite struct `The statements of boards and charts` {
    private static let nurse = Caller(account: AccountID(1)!, role: .staff, session: SessionID(bits: 1))
    private static let drHouse = Caller(
        account: AccountID(2)!, role: .doctor, session: SessionID(bits: 2), doctor: DoctorID(1)!)
    private static let ann = Caller(
        account: AccountID(3)!, role: .patient, session: SessionID(bits: 3), patient: PatientID(1)!)

    @Test(arguments: [false, true])
    func `of an agenda read ranges of indexes by start`(includesRunning: Bool) async throws {
        let scopes: [(Scope, String, String)] = [
            (.everything, "appointments_by_start", "appointments_by_doctor"),
            (
                .related([.registeredItsPatient, .madeIt], Self.nurse), "appointments_by_registrar",
                "appointments_by_creator"
            ),
            (.related([.isItsDoctor], Self.drHouse), "appointments_by_doctor", "appointments_by_doctor"),
            (.related([.isItsPatient], Self.ann), "appointments_by_patient", "appointments_by_patient"),
        ]
        let (from, to) = (Instant(microseconds: 0), Instant(microseconds: Instant.day))

        for (scope, index, indexForDoctors) in scopes {
            for (doctors, expected) in [(nil, index), (Set([DoctorID(1)!, DoctorID(2)!]), indexForDoctors)] {
                let query = try AgendaQuery(
                    from: from, to: to, doctors: doctors, includingRunning: includesRunning)
                let plans = try await plans { access in
                    let store = SQLiteAppointmentStore(access: access)
                    _ = try await store.agenda(query, limit: 10, in: scope)
                    _ = try await store.agendaVersion(query, in: scope)
                    _ = try await store.agendaStarts(query, in: scope)
                }
                #expect(plans.count == 3)
                for (sql, plan) in plans {
                    #expect(plan.contains { $0.contains(expected) && $0.contains("starts_at>") }, "\(plan) in \(sql)")
                    #expect(!plan.contains { $0.hasPrefix("SCAN appointments") }, "\(plan) in \(sql)")
                }
            }
        }
    }

    @Test func `of statistics go from the days to ranges of indexes`() async throws {
        let days = try LocalDays([Instant(microseconds: 0), Instant(microseconds: Instant.day)])

        let plans = try await plans { access in
            let statistics = SQLiteStatisticsReader(access: access)
            _ = try await statistics.appointments(on: days)
            _ = try await statistics.loads(on: days)
            _ = try await statistics.newPatients(on: days)
            _ = try await statistics.events([.sessionStarted, .signInRefused], on: days)
            _ = try await statistics.sessions(at: Instant(microseconds: 0))
        }

        #expect(plans.count == 5)
        for (sql, plan) in plans {
            #expect(plan.contains { $0.hasPrefix("SEARCH ") && $0.contains(">?") }, "\(plan) in \(sql)")
            for line in plan where line.hasPrefix("SCAN ") {
                #expect(line.contains("VIRTUAL TABLE"), "\(plan) in \(sql)")
            }
        }
    }

    @Test func `of dependents and of the trail's end find them by keys`() async throws {
        let plans = try await plans { access in
            _ = try await SQLitePatientStore(access: access).dependents(of: PatientID(1)!, at: Instant(microseconds: 0))
            _ = try await SQLiteDoctorStore(access: access).dependents(of: DoctorID(1)!, at: Instant(microseconds: 0))
            let trail = SQLiteAuditReader(access: access)
            _ = try await trail.newestHead()
            _ = try await trail.newestLinks(limit: 10)
            _ = try await trail.links(at: [ChainPlace(chain: ChainID(bits: 1), sequence: 1)])
        }

        #expect(plans.count == 5)
        for (sql, plan) in plans {
            for line in plan where line.hasPrefix("SCAN ") {
                // By number, the newest first, up to a limit.
                let isEnd = sql.contains("ORDER BY id DESC LIMIT")
                #expect(isEnd || line == "SCAN CONSTANT ROW" || line.contains("VIRTUAL TABLE"), "\(plan) in \(sql)")
            }
            #expect(!plan.contains { $0.contains("TEMP B-TREE FOR ORDER") }, "\(plan) in \(sql)")
        }
    }

    private func plans(
        _ work: (ExplainingAccess) async throws -> Void
    ) async throws -> [(String, [String])] {
        let file = TestFile()
        let storage = try await file.openMigrated()
        let access = ExplainingAccess(connection: try SQLiteConnection.forReading(file.settings), fewRows: 5000)
        try await work(access)
        await storage.close()
        return access.plans
    }
}
