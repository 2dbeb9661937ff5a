import Application
import Domain
import GRDB

/// Patients in SQLite.
struct SQLitePatientStore: PatientStore {
    let access: any SQLiteAccess

    func find(_ id: PatientID, in scope: Scope) async throws(Failure) -> Patient? {
        try await access.run { db in
            let (sql, values) = SQLitePatientStore.selection(SQLiteCondition("id = ?", id.number), in: scope)
            return try db.first(sql, values, SQLitePatientRow.patient)
        }
    }

    func find(_ ids: Set<PatientID>, in scope: Scope) async throws(Failure) -> [Patient] {
        try await access.runLong { db in
            let (sql, values) = SQLitePatientStore.selection(
                SQLiteCondition("id IN (SELECT value FROM json_each(?))", ids.jsonArray()), in: scope)
            return try db.all(sql, values, SQLitePatientRow.patient)
        }
    }

    func longBytes(of ids: Set<PatientID>, in scope: Scope) async throws(Failure) -> [PatientID: Int] {
        try await access.runLong { db in
            let (sql, values) = SQLitePatientStore.selection(
                SQLiteCondition("id IN (SELECT value FROM json_each(?))", ids.jsonArray()), in: scope,
                columns: "id, " + SQLiteLongTexts.bytes(of: SQLiteLongTexts.patient, in: "patients"))
            let found = try db.all(sql, values) { row -> (PatientID, Int) in (try row.id(), Int(try row.integer())) }
            return Dictionary(uniqueKeysWithValues: found)
        }
    }

    func list(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> [Patient] {
        let few = access.fewRows
        return try await access.runLong { db in
            try SQLitePatientStore.listing(query, in: scope)
                .rows(SQLitePatientRow.columns, in: db, few: few, SQLitePatientRow.patient)
        }
    }

    func outline(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> [ListEntry] {
        let few = access.fewRows
        return try await access.runLong { db in
            try SQLitePatientStore.listing(query, in: scope)
                .outline(
                    in: db, few: few, patient: "id",
                    longTexts: SQLiteLongTexts.patient)
        }
    }

    func count(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> Int {
        let few = access.fewRows
        return try await access.runLong { db in
            try SQLitePatientStore.listing(query, in: scope).count(in: db, few: few)
        }
    }

    func isEmailClaimed(_ email: EmailAddress, except: PatientID?) async throws(Failure) -> Bool {
        try await access.run { db in
            try db.first(SQLitePatientStore.emailIsClaimed, [email.text, except?.number]) { try $0.bool() } ?? false
        }
    }

    /// There is one transaction at a time, so whatever is found is held.
    func findForChange(_ id: PatientID, in scope: Scope) async throws(Failure) -> Patient? {
        try await find(id, in: scope)
    }

    func insert(_ details: PatientDetails, by account: AccountID, at now: Instant) async throws(Failure) -> Patient {
        try await access.run { db in
            try db.write(
                SQLitePatientStore.insertion,
                SQLitePatientRow.values(of: details) + [account.number, now.microseconds, now.microseconds])
            return Patient(
                id: try db.newID(), details: details, createdBy: account, createdAt: now, updatedAt: now)
        }
    }

    func update(_ patient: Patient) async throws(Failure) {
        try await access.run { db in
            let changed = try db.write(
                SQLitePatientStore.change,
                SQLitePatientRow.values(of: patient.details) + [patient.updatedAt.microseconds, patient.id.number])
            guard changed == 1 else { throw Failure.notFound(.patient) }
        }
    }

    func delete(_ id: PatientID, at now: Instant) async throws(Failure) {
        try await access.run { db in
            for sql in SQLitePatientStore.deletions { try db.write(sql, [now.microseconds, id.number]) }
        }
    }
}

extension SQLitePatientStore {
    private static let insertion = Database.insertion(
        into: "patients", SQLitePatientRow.writtenColumns + ["created_by", "created_at", "updated_at"])

    private static let change = Database.change(
        of: "patients", SQLitePatientRow.writtenColumns + ["updated_at"])

    private static let deletions = [
        "UPDATE patients SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL",
        "UPDATE assignments SET deleted_at = ? WHERE patient_id = ? AND deleted_at IS NULL",
        "UPDATE appointments SET deleted_at = ? WHERE patient_id = ? AND deleted_at IS NULL",
    ]

    private static let emailIsClaimed = """
        SELECT EXISTS (
            SELECT 1 FROM patients
            WHERE email = ? AND email <> '' AND claims_email = 1 AND deleted_at IS NULL AND id IS NOT ?
        )
        """

    /// Patients who are at hand.
    private static func selection(
        _ which: SQLiteCondition, in scope: Scope, columns: String = SQLitePatientRow.columns
    ) -> (String, SQLiteValues) {
        var conditions = SQLiteConditions(which)
        conditions.add(SQLiteCondition("deleted_at IS NULL"))
        conditions.add(scope, narrowing)
        return ("SELECT \(columns) FROM patients WHERE \(conditions.sql)", conditions.values)
    }

    private static func listing(_ query: PatientQuery, in scope: Scope) -> SQLiteListing<PatientQuery> {
        var listing = SQLiteListing("patients", query, column)
        listing.narrow(scope, narrowing)
        listing.narrow(query.doctor.map(activelyAssigned))
        if let birthday = query.dateOfBirth?.description {
            listing.narrow(SQLiteNarrowing("date_of_birth", of: "patients", birthday))
        }
        if let group = query.bloodGroup?.rawValue {
            listing.narrow(SQLiteNarrowing("blood_group", of: "patients", group, orderedBy: .createdAt))
        }
        if let gender = query.gender?.rawValue {
            listing.narrow(SQLiteNarrowing("gender", of: "patients", gender, orderedBy: .createdAt))
        }
        listing.search(query.search.map { SearchText.folded($0) }, trigramsIn: "patients_search")
        return listing
    }

    /// No patient is "about" another patient, so `registeredItsPatient` relates nobody to one.
    private static func narrowing(_ relation: Relation, _ caller: Caller) -> SQLiteNarrowing<PatientSortKey>? {
        switch relation {
        case .madeIt:
            SQLiteNarrowing("created_by", of: "patients", caller.account.number, orderedBy: .createdAt)
                .covered(by: "patients_by_creator")
        case .registeredItsPatient: nil
        case .isItsDoctor: caller.doctor.map(activelyAssigned)
        case .isItsPatient: caller.patient.map { SQLiteNarrowing("id", of: "patients", $0.number) }
        }
    }

    private static let activelyAssignedAtHand = """
        EXISTS (SELECT 1 FROM assignments WHERE patient_id = patients.id AND doctor_id = ? AND status = 'active'
        AND assignments.deleted_at IS NULL)
        """

    private static func activelyAssigned(to doctor: DoctorID) -> SQLiteNarrowing<PatientSortKey> {
        // By the doctor, not by the status, which nearly all have.
        let lookup = """
            SELECT patient_id FROM assignments
            WHERE doctor_id = ? AND +status = 'active' AND assignments.deleted_at IS NULL
            """
        return SQLiteNarrowing(
            lookups: [SQLiteCondition(lookup, doctor.number)],
            atHand: SQLiteCondition(activelyAssignedAtHand, doctor.number))
    }

    private static func column(_ key: PatientSortKey) -> String {
        switch key {
        case .id: "id"
        case .firstName: "first_name"
        case .lastName: "last_name"
        case .dateOfBirth: "date_of_birth"
        case .createdAt: "created_at"
        case .updatedAt: "updated_at"
        }
    }
}
