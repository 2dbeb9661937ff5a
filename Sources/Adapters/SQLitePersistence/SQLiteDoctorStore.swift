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
        let few = access.fewRows
        return try await access.runLong { db in
            try SQLiteDoctorStore.listing(query)
                .rows(SQLiteDoctorRow.columns, in: db, few: few, SQLiteDoctorRow.doctor)
        }
    }

    func outline(_ query: DoctorQuery) async throws(Failure) -> [ListEntry] {
        let few = access.fewRows
        return try await access.runLong { db in
            try SQLiteDoctorStore.listing(query)
                .outline(
                    in: db, few: few, patient: nil,
                    longTexts: SQLiteLongTexts.doctor)
        }
    }

    func count(_ query: DoctorQuery) async throws(Failure) -> Int {
        let few = access.fewRows
        return try await access.runLong { db in try SQLiteDoctorStore.listing(query).count(in: db, few: few) }
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

    @discardableResult
    func delete(_ id: DoctorID, at now: Instant) async throws(Failure) -> Set<PatientID> {
        try await access.run { db in
            let values: SQLiteValues = [now.microseconds, id.number]
            try db.write(SQLiteDoctorStore.deletion, values)
            var patients: Set<PatientID> = []
            for sql in SQLiteDoctorStore.deletionsOfRecords {
                patients.formUnion(try db.all(sql, values) { row in try row.id() })
            }
            return patients
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

    private static let deletion = "UPDATE doctors SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL"

    private static let deletionsOfRecords = ["assignments", "appointments"].map { table in
        "UPDATE \(table) SET deleted_at = ? WHERE doctor_id = ? AND deleted_at IS NULL RETURNING patient_id"
    }

    private static let takenValues = """
        SELECT
            EXISTS (
                SELECT 1 FROM doctors
                WHERE license_number = ? AND license_number <> '' AND deleted_at IS NULL AND id IS NOT ?
            ),
            EXISTS (SELECT 1 FROM doctors WHERE email = ? AND deleted_at IS NULL AND id IS NOT ?)
        """

    private static func listing(_ query: DoctorQuery) -> SQLiteListing<DoctorQuery> {
        var listing = SQLiteListing("doctors", query, column)
        if let specialization = query.specialization {
            listing.narrow(SQLiteNarrowing("specialization", of: "doctors", specialization, orderedBy: .lastName))
        }
        listing.require(query.gender.map { SQLiteCondition("doctors.gender = ?", $0.rawValue) })
        listing.require(query.isAvailable.map { SQLiteCondition("doctors.is_available = ?", $0) })
        listing.search(query.search.map { SearchText.folded($0) })
        return listing
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
