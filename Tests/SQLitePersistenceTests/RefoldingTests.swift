import Domain
import GRDB
import Testing

@testable import SQLitePersistence

@Suite("Text to search in that an older version wrote")
struct RefoldingTests {
    @Test func `is folded anew by the migration, and found by its trigrams`() async throws {
        let connection = try DatabaseQueue()
        let migrator = SQLiteMigrator(SQLiteMigration.all)
        let older = SQLiteMigration.all.prefix { $0.name != "lists" }
        let newer = SQLiteMigration.all.dropFirst(older.count)

        let texts = try await connection.write { db in
            for migration in older { _ = try migrator.apply(migration, in: db, at: .noon) }
            try db.execute(sql: RefoldingTests.records)
            for migration in newer { _ = try migrator.apply(migration, in: db, at: .noon) }
            return try String.fetchAll(db, sql: "SELECT search_text FROM patients ORDER BY id")
        }
        let found = try await connection.read { db in
            try Int64.fetchAll(db, sql: #"SELECT rowid FROM patients_search WHERE patients_search MATCH '"mul"'"#)
        }
        let marked = try await connection.read { db in
            try Int64.fetchAll(db, sql: #"SELECT rowid FROM patients_search WHERE patients_search MATCH '"7ˣ4"'"#)
        }

        #expect(texts == ["jurgen\nmuller", "mü", "gross", "15557777\n7ˣ4"])
        #expect(found == [1])
        #expect(marked == [4])
        #expect(newer.first?.step == .foldSearchText)
    }

    @Test func `has the apostrophes of a keyboard since the migration`() async throws {
        let connection = try DatabaseQueue()
        let migrator = SQLiteMigrator(SQLiteMigration.all)
        let older = SQLiteMigration.all.prefix { $0.name != "folded_anew" }

        let texts = try await connection.write { db in
            for migration in older { _ = try migrator.apply(migration, in: db, at: .noon) }
            try db.execute(sql: RefoldingTests.records)
            try db.execute(
                sql:
                    "UPDATE patients SET search_text = 'a\no’hara\n\n\n小小小小\n小ˣ4' WHERE id = 1; UPDATE accounts SET search_text = 'd’arcy'"
            )
            for migration in SQLiteMigration.all[older.count...] {
                _ = try migrator.apply(migration, in: db, at: .noon)
            }
            return try String.fetchAll(
                db, sql: "SELECT search_text FROM patients WHERE id = 1 UNION ALL SELECT search_text FROM accounts")
        }
        let found = try await connection.read { db in
            try Int64.fetchAll(db, sql: #"SELECT rowid FROM patients_search WHERE patients_search MATCH '"o''h"'"#)
        }

        #expect(texts == ["a\no'hara\n\n\n小小小小", "d'arcy"])
        #expect(found == [1])
    }

    /// A patient with accents, a deleted one, one with a sharp s, and one with a run of sevens.
    private static let records = """
        INSERT INTO accounts (username, username_key, email, email_key, first_name, last_name, phone_number, address,
            password_hash, role, is_active, created_at, updated_at)
        VALUES ('n', 'n', 'n', 'n', '', '', '', '', '$', 'staff', 1, 0, 0);
        INSERT INTO patients (first_name, last_name, date_of_birth, gender, blood_group, phone_number, email, address,
            emergency_contact_name, emergency_contact_phone, medical_history, allergies, current_medications,
            insurance_provider, insurance_number, search_text, created_by, created_at, updated_at, deleted_at)
        VALUES ('a', 'a', '1990-05-15', 'F', '', '1', '', '', '', '', '', '', '', '', '', 'jürgen' || char(10) || 'müller',
                1, 0, 0, NULL),
            ('a', 'a', '1990-05-15', 'F', '', '1', '', '', '', '', '', '', '', '', '', 'mü', 1, 0, 0, 1),
            ('a', 'a', '1990-05-15', 'F', '', '1', '', '', '', '', '', '', '', '', '', 'groß', 1, 0, 0, NULL),
            ('a', 'a', '1990-05-15', 'F', '', '1', '', '', '', '', '', '', '', '', '', '15557777', 1, 0, 0, NULL);
        """
}
