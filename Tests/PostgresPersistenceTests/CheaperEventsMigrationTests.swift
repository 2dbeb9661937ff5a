import Application
import Domain
import PostgresTestServer
import Testing

@testable import PostgresPersistence

@Suite(.enabled(if: TestPostgres.isAvailable)) struct `The migration to cheaper events` {
    @Test func `finds what was noted before it about one record`() async throws {
        let first = PostgresMigration.all.filter { $0.number <= 21 }
        try await withEmptyStorage(migrations: first) { older, url in
            try await older.migrate(at: .noon)
            try await TestPostgres.psql(url, Self.events)

            try await withStorage(on: url) { storage, _ in
                _ = try await storage.migrate(at: .noon)
                try await Self.expectEvents(in: storage)
            }
        }
    }

    private static func expectEvents(in storage: PostgresStorage) async throws {
        var found: [[Int64]] = []
        for subject in [AuditSubject(PatientID(1)!), AuditSubject(PatientID(11)!), AuditSubject(DoctorID(1)!)] {
            var query = AuditQuery()
            query.subject = subject
            query.ordering = [Ordering(.id)]
            found.append(try await storage.reads.audit.list(query).map(\.id.number))
        }
        var ofAnn = AuditQuery()
        ofAnn.patient = PatientID(1)

        #expect(found == [[1, 4], [2], [5]])
        #expect(try await storage.reads.audit.count(ofAnn) == 2)
    }

    private static let events = """
        INSERT INTO audit_events (chain, sequence, at, action, outcome, account_id, role, session, address, request,
            record_kind, record_id, patients, changed, code)
        VALUES
            ('c', 1, now(), 'patient.read', 'done', 1, 'staff', '', '', '', 'patient', 1, '{1}', '', ''),
            ('c', 2, now(), 'patient.read', 'done', 1, 'staff', '', '', '', 'patient', 11, '{11}', '', ''),
            ('c', 3, now(), 'patient.listed', 'done', 1, 'staff', '', '', '', '', NULL, '{1,11}', '', ''),
            ('c', 4, now(), 'access.refused', 'refused', 1, 'staff', '', '', '', 'patient', 1, '{}', '', ''),
            ('c', 5, now(), 'doctor.read', 'done', 1, 'staff', '', '', '', 'doctor', 1, '{}', '', '');
        """
}
