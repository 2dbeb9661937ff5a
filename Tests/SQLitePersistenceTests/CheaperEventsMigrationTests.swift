import Application
import Domain
import Testing

@testable import SQLitePersistence

@Suite struct `The migration to cheaper events` {
    @Test func `finds what was noted before it about one record`() async throws {
        let file = TestFile()
        try await file.migrate(upTo: 21)
        try await file.tamper(Self.events)

        let storage = try await file.openMigrated()

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
        #expect(try await storage.reads.audit.wronglyIndexed() == [])
        await storage.close()
    }

    private static let events = """
        INSERT INTO audit_events (chain, sequence, at, action, outcome, account_id, role, session, address, request,
            record_kind, record_id, patients, changed, code)
        VALUES
            ('c', 1, 7, 'patient.read', 'done', 1, 'staff', '', '', '', 'patient', 1, '[1]', '', x''),
            ('c', 2, 7, 'patient.read', 'done', 1, 'staff', '', '', '', 'patient', 11, '[11]', '', x''),
            ('c', 3, 7, 'patient.listed', 'done', 1, 'staff', '', '', '', '', NULL, '[1,11]', '', x''),
            ('c', 4, 7, 'access.refused', 'refused', 1, 'staff', '', '', '', 'patient', 1, '[]', '', x''),
            ('c', 5, 7, 'doctor.read', 'done', 1, 'staff', '', '', '', 'doctor', 1, '[]', '', x'');
        INSERT INTO audit_patients (rowid, patients) SELECT at, patients FROM audit_events;
        """
}
