import Application
import Domain
import GRDB

/// Doctors in SQLite.
struct SQLiteDoctorStore: DoctorStore {
    let access: any SQLiteAccess

    func find(_ id: DoctorID) async throws(Failure) -> Doctor? {
        try await access.run { db in
            try db.first(SQLiteDoctorStore.selection, [id.number], SQLiteDoctorRow.doctor)
        }
    }

    func find(_ ids: Set<DoctorID>) async throws(Failure) -> [Doctor] {
        try await access.runLong { db in
            try db.all(SQLiteDoctorStore.selectionOfMany, [ids.jsonArray()], SQLiteDoctorRow.doctor)
        }
    }

    func list(_ query: DoctorQuery) async throws(Failure) -> [Doctor] {
        try await access.runLong { db in
            let conditions = SQLiteDoctorStore.conditions(query)
            let order = SQLiteOrder(
                query.ordering, standard: "last_name, first_name, id", SQLiteDoctorStore.column)
            return try db.all(
                "SELECT \(SQLiteDoctorRow.columns) FROM doctors WHERE \(conditions.sql) \(order.sql)",
                conditions.values + [query.limit],
                prepared: query.ordering.isEmpty && query.search.isEmpty ? .kept : .once, SQLiteDoctorRow.doctor)
        }
    }

    func taken(
        license: LicenseNumber?, email: EmailAddress?, except: DoctorID?
    ) async throws(Failure) -> [Conflict] {
        try await access.run { db in
            let values: SQLiteValues = [license?.text, except?.number, email?.text, except?.number]
            let answer = try db.first(SQLiteDoctorStore.takenValues, values) { row in
                (license: try row.bool(), email: try row.bool())
            }
            return (answer?.license == true ? [.licenseTaken] : []) + (answer?.email == true ? [.doctorEmailTaken] : [])
        }
    }

    /// There is one transaction at a time, so whatever is found is held.
    func findForChange(_ id: DoctorID) async throws(Failure) -> Doctor? {
        try await find(id)
    }

    func insert(_ details: DoctorDetails, at now: Instant) async throws(Failure) -> Doctor {
        try await access.run { db in
            try db.write(
                SQLiteDoctorStore.insertion,
                SQLiteDoctorRow.values(of: details) + [now.microseconds, now.microseconds])
            return Doctor(id: try db.newID(), details: details, createdAt: now, updatedAt: now)
        }
    }

    func update(_ doctor: Doctor) async throws(Failure) {
        try await access.run { db in
            let changed = try db.write(
                SQLiteDoctorStore.change,
                SQLiteDoctorRow.values(of: doctor.details) + [doctor.updatedAt.microseconds, doctor.id.number])
            guard changed == 1 else { throw Failure.notFound(.doctor) }
        }
    }

    func delete(_ id: DoctorID, at now: Instant) async throws(Failure) {
        try await access.run { db in
            for sql in SQLiteDoctorStore.deletions { try db.write(sql, [now.microseconds, id.number]) }
        }
    }
}

extension SQLiteDoctorStore {
    private static let selection = """
        SELECT \(SQLiteDoctorRow.columns)
        FROM doctors
        WHERE id = ? AND deleted_at IS NULL
        """

    private static let selectionOfMany = """
        SELECT \(SQLiteDoctorRow.columns)
        FROM doctors
        WHERE id IN (SELECT value FROM json_each(?)) AND deleted_at IS NULL
        """

    private static let insertion = Database.insertion(
        into: "doctors", SQLiteDoctorRow.writtenColumns + ["created_at", "updated_at"])

    private static let change = Database.change(of: "doctors", SQLiteDoctorRow.writtenColumns + ["updated_at"])

    private static let deletions = [
        "UPDATE doctors SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL",
        "UPDATE assignments SET deleted_at = ? WHERE doctor_id = ? AND deleted_at IS NULL",
        "UPDATE appointments SET deleted_at = ? WHERE doctor_id = ? AND deleted_at IS NULL",
    ]

    private static let takenValues = """
        SELECT
            EXISTS (
                SELECT 1 FROM doctors
                WHERE license_number = ? AND license_number <> '' AND deleted_at IS NULL AND id IS NOT ?
            ),
            EXISTS (SELECT 1 FROM doctors WHERE email = ? AND deleted_at IS NULL AND id IS NOT ?)
        """

    private static func conditions(_ query: DoctorQuery) -> SQLiteConditions {
        var conditions = SQLiteConditions(SQLiteCondition("deleted_at IS NULL"))
        conditions.add(query.specialization) { SQLiteCondition("specialization = ?", $0) }
        conditions.add(query.gender) { SQLiteCondition("gender = ?", $0.rawValue) }
        conditions.add(query.isAvailable) { SQLiteCondition("is_available = ?", $0) }
        conditions.addSearch(query.search, in: "search_text")
        return conditions
    }

    private static func column(_ key: DoctorSortKey) -> String {
        switch key {
        case .id: "id"
        case .firstName: "first_name"
        case .lastName: "last_name"
        case .specialization: "specialization"
        case .yearsOfExperience: "years_of_experience"
        case .createdAt: "created_at"
        case .updatedAt: "updated_at"
        }
    }
}
