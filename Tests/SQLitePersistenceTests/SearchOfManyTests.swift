import Application
import Domain
import GRDB
import Testing

@testable import SQLitePersistence

/// A search that finds hundreds of thousands is read in the order of the list; one that finds a hundred is sorted. Between
/// them, a page is met among the first so many of the order.
@Suite struct `A search that finds many of a table` {
    @Test(
        arguments: [
            [], [Ordering(.createdAt)], [Ordering(.updatedAt, descending: true)], [Ordering(.dateOfBirth)],
            [Ordering(.dateOfBirth, descending: true)], [Ordering(.lastName)], [Ordering(.id, descending: true)],
        ] as [[Ordering<PatientSortKey>]])
    func `has the same pages as all that it finds in order`(ordering: [Ordering<PatientSortKey>]) async throws {
        let file = TestFile()
        let storage = try await file.openMigrated()
        try await file.tamper(Self.records)
        var query = PatientQuery()
        (query.search, query.ordering) = (["smithers"], ordering)

        for scope in [Scope.everything, .related([.madeIt], Self.nurse)] {
            query.page = PageRequest(size: 2000)
            let all = try await storage.reads.patients.list(query, in: scope)
            var pages: [Patient] = []
            query.page = PageRequest(size: 60)
            while case let page = try await storage.reads.patients.list(query, in: scope), let last = page.last {
                pages += page
                query.page.position = ListPosition(.after, last, in: query.order)
            }

            #expect(all.count == (scope == .everything ? 1000 : 999))
            #expect(pages.map(\.id) == all.map(\.id))
            #expect(all.map(\.id) == Self.sorted(all, query.order).map(\.id))
        }
        await storage.close()
    }

    /// As likely as not by a sample of the newest; what was found is not even counted.
    @Test func `is read in the standard order from an index that has the text`() async throws {
        let file = TestFile()
        let storage = try await file.openMigrated()
        try await file.tamper(Self.records)
        let connection = try SQLiteConnection.forReading(file.settings)
        var query = PatientQuery()
        query.search = ["smithers"]
        query.page.size = 60

        for (scope, index) in [
            (Scope.everything, "patients_by_creation"), (.related([.madeIt], Self.nurse), "patients_by_creator"),
        ] {
            let all = try await storage.reads.patients.list(query, in: scope)
            let access = ExplainingAccess(connection: connection, fewRows: 500)
            let page = try await SQLitePatientStore(access: access).list(query, in: scope)

            let walk = access.plans.first { $0.0.contains("AS passed") }
            let columns = try await connection.read { db in
                try String.fetchAll(db, sql: "SELECT name FROM pragma_index_info('\(index)')")
            }

            #expect(page.map(\.id) == all.map(\.id))
            #expect(
                walk?.1.contains { $0.contains(" USING INDEX \(index)") || $0.contains(" COVERING INDEX \(index)") }
                    == true)
            #expect(columns.contains("search_text"))
            #expect(!access.plans.contains { $0.0.contains("WITH found") })
        }
        await storage.close()
    }

    /// The newest tell of many where there are few besides.
    @Test func `has all pages where only the newest are many`() async throws {
        let file = TestFile()
        let storage = try await file.openMigrated()
        try await file.tamper(Self.records)
        try await file.tamper(
            "UPDATE patients SET search_text = iif(id > 5600, 'smithers', 'archer'), created_at = id; UPDATE patients SET created_by = 2 WHERE id < 3000"
        )
        let access = ExplainingAccess(connection: try SQLiteConnection.forReading(file.settings), fewRows: 900)
        var query = PatientQuery()
        query.search = ["smithers"]

        for (scope, count) in [
            (Scope.everything, 400), (.related([.madeIt], Self.nurse), 400), (.related([.madeIt], Self.other), 0),
        ] {
            var found: [Patient] = []
            query.page = PageRequest(size: 60)
            while case let page = try await SQLitePatientStore(access: access).list(query, in: scope),
                let last = page.last
            {
                found += page
                query.page.position = ListPosition(.after, last, in: query.order)
            }

            #expect(found.map(\.id.number) == Array((5601...6000).reversed().prefix(count).map { Int64($0) }))
        }
        #expect(
            access.plans.contains { $0.0.contains("AS passed") }
                && access.plans.contains { $0.0.contains("WITH found") })
        await storage.close()
    }

    @Test func `is found where it is late in the order`() async throws {
        let file = TestFile()
        let storage = try await file.openMigrated()
        try await file.tamper(Self.records)
        // Those who are found are the oldest of all.
        try await file.tamper("UPDATE patients SET created_at = id % 10 WHERE search_text = 'smithers'")
        var query = PatientQuery()
        query.search = ["smithers"]
        query.page.size = 60

        let page = try await storage.reads.patients.list(query, in: .everything)

        #expect(page.count == 60)
        #expect(page.allSatisfy { $0.createdAt.microseconds == 8 })
        await storage.close()
    }

    private static let nurse = Caller(account: AccountID(1)!, role: .staff, session: SessionID(bits: 1))
    private static let other = Caller(account: AccountID(2)!, role: .staff, session: SessionID(bits: 2))

    private static func sorted(_ patients: [Patient], _ order: ListOrder<PatientSortKey>) -> [Patient] {
        patients.sorted { one, other in
            for key in order.keys {
                let values = [key.key.value(of: one), key.key.value(of: other)]
                guard values[0] != values[1] else { continue }
                return values[0].isBelow(values[1]) != key.descending
            }
            return false
        }
    }

    /// 6,000 patients, every sixth of whom is called Smithers; another account registered one of these.
    private static let records = """
        INSERT INTO accounts (id, username, username_key, email, email_key, first_name, last_name, phone_number, address,
            password_hash, role, is_active, created_at, updated_at)
        SELECT value, 'n' || value, 'n' || value, value, value, '', '', '', '', '$', 'staff', 1, 0, 0
        FROM (SELECT 1 AS value UNION SELECT 2);
        WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < 6000)
        INSERT INTO patients (id, first_name, last_name, date_of_birth, gender, blood_group, email, address,
            emergency_contact_name, emergency_contact_phone, medical_history, allergies, current_medications,
            insurance_provider, insurance_number, search_text, created_by, created_at, updated_at)
        SELECT n, 'Ann', 'Lee' || n % 13, '19' || (10 + n * 7 % 80) || '-05-15', 'F', '', '', '', '', '', '', '', '', '', '',
            iif(n % 6 = 0, 'smithers', 'archer'), iif(n = 600, 2, 1), n * 37 % 501, n * 11 % 307
        FROM numbers;
        """
}

extension SortValue {
    /// Texts by their bytes, as the database compares them.
    fileprivate func isBelow(_ other: SortValue) -> Bool {
        switch (self, other) {
        case (.number(let one), .number(let other)): one < other
        case (.text(let one), .text(let other)): one.utf8.lexicographicallyPrecedes(other.utf8)
        case (.instant(let one), .instant(let other)): one < other
        case (.date(let one), .date(let other)): one.description < other.description
        case (.number, _), (.text, _), (.instant, _), (.date, _): false
        }
    }
}
