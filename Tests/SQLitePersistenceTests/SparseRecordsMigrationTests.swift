import Application
import Domain
import GRDB
import Testing

@testable import SQLitePersistence

@Suite struct `The migration to sparse records` {
    @Test func `loses nothing of a filled database, and breaks no reference`() async throws {
        let file = TestFile()
        try await file.migrate(upTo: 7)
        try await file.tamper(Self.records)
        let before = try await file.rows()

        await (try await file.openMigrated()).close()

        let after = try await file.rows()
        #expect(before.count == 12)
        for (key, row) in before {
            let kept = try #require(after[key])
            for (column, value) in row where column != "search_text" {
                #expect(kept[column] == value, "\(key) \(column)")
            }
        }
        #expect(after.count == before.count)
        #expect(try await file.complaints() == ["ok"])
    }

    @Test func `keeps the limits, the unique values and the references`() async throws {
        let file = TestFile()
        try await file.migrate(upTo: 7)
        try await file.tamper(Self.records)
        await (try await file.openMigrated()).close()

        for broken in [
            "UPDATE patients SET phone_number = '123456789012345678901' WHERE id = 1",
            "UPDATE patients SET claims_email = 2 WHERE id = 1",
            "UPDATE doctors SET phone_number = '123456789012345678901' WHERE id = 1",
            "UPDATE doctors SET license_number = 'L-2' WHERE id = 1",
            "UPDATE doctors SET license_number = '\(String(repeating: "L", count: 51))' WHERE id = 1",
            "UPDATE doctors SET email = 'two@example.org' WHERE id = 1",
            "DELETE FROM patients WHERE id = 1", "DELETE FROM doctors WHERE id = 1",
        ] {
            await #expect(throws: DatabaseError.self, "\(broken)") { try await file.tamper(broken) }
        }
        await #expect(throws: Never.self) {
            try await file.tamper("UPDATE patients SET phone_number = ''; UPDATE doctors SET license_number = ''")
        }
    }

    @Test func `leaves numbers of deleted rows unused`() async throws {
        let file = TestFile()
        try await file.migrate(upTo: 7)
        try await file.tamper(Self.records + "DELETE FROM assignments WHERE id = 2; DELETE FROM doctors WHERE id = 3;")
        let storage = try await file.openMigrated()

        let doctor = try await storage.transaction { stores throws(Failure) in
            try await stores.doctors.insert(.drHouse, at: .noon)
        }

        #expect(doctor.id.number == 4)
        await storage.close()
    }

    /// Three patients and doctors, one of each deleted, with accounts, mappings and appointments.
    private static let records = """
        INSERT INTO accounts VALUES
            (1, 'nurse', 'nurse', 'n@x.org', 'n@x.org', '', '', '', '', NULL, '$', 'staff', NULL, NULL, 1, 0, 0);
        INSERT INTO patients
        SELECT value, 'Ann', 'Lee' || value, '1990-05-15', 'F', 'A+', '555-' || value, 'ann@example.org', 'a', 'c', '1',
            'h', 'al', 'm', 'p', 'n', 'ann', 1, value, value, iif(value = 3, 9, NULL)
        FROM (SELECT 1 AS value UNION SELECT 2 UNION SELECT 3);
        INSERT INTO doctors
        SELECT value, 'Greg', 'House', 'Surgery', 'L-' || value, '5-' || value,
            iif(value = 2, 'two', value) || '@example.org', 'M', 'a', '1970-01-01', 8, 'e', 'c', 'l', 1250, 1, 20,
            'greg', value, value, iif(value = 3, 9, NULL)
        FROM (SELECT 1 AS value UNION SELECT 2 UNION SELECT 3);
        INSERT INTO accounts VALUES
            (2, 'house', 'house', 'h@x.org', 'h@x.org', '', '', '', '', NULL, '$', 'doctor', 1, NULL, 1, 0, 0),
            (3, 'ann', 'ann', 'a@x.org', 'a@x.org', '', '', '', '', NULL, '$', 'patient', NULL, 2, 1, 0, 0);
        INSERT INTO assignments VALUES
            (1, 1, 1, 'active', 'n', 'r', 1, 5, 6, NULL), (2, 3, 3, 'completed', '', '', 1, 5, 6, 9);
        INSERT INTO appointments VALUES (1, 1, 1, 0, 1800000000, 'r', 'n', 'SCHEDULED', 1, 5, 6, NULL);

        """
}

extension TestFile {
    /// Every row of every table of records, by table and number.
    fileprivate func rows() async throws -> [String: [String: DatabaseValue]] {
        try await DatabaseQueue(path: path).read { db in
            var rows: [String: [String: DatabaseValue]] = [:]
            for table in ["accounts", "patients", "doctors", "assignments", "appointments"] {
                for row in try Row.fetchAll(db, sql: "SELECT * FROM \(table)") {
                    let columns = Dictionary(uniqueKeysWithValues: row.map { ($0.0, $0.1) })
                    rows["\(table) \(row["id"] as Int64)"] = columns
                }
            }
            return rows
        }
    }

    /// What SQLite finds wrong with the file: `ok`, and nothing about references.
    fileprivate func complaints() async throws -> [String] {
        try await DatabaseQueue(path: path).read { db in
            try String.fetchAll(db, sql: "PRAGMA integrity_check")
                + Row.fetchAll(db, sql: "PRAGMA foreign_key_check").map(\.description)
        }
    }
}
