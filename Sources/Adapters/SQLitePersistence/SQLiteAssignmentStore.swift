import Application
import Domain
import GRDB

/// Mappings in SQLite. Deleting a patient or a doctor deletes the mappings too, so `deleted_at` says it all.
struct SQLiteAssignmentStore: AssignmentStore {
    let access: any SQLiteAccess

    func find(_ id: AssignmentID, in scope: Scope) async throws(Failure) -> Assignment? {
        try await access.run { db in
            let (sql, values) = SQLiteAssignmentStore.selection(SQLiteCondition("id = ?", id.number), in: scope)
            return try db.first(sql, values, SQLiteAssignmentRow.assignment)
        }
    }

    func find(_ ids: Set<AssignmentID>, in scope: Scope) async throws(Failure) -> [Assignment] {
        try await access.runLong { db in
            let (sql, values) = SQLiteAssignmentStore.selection(
                SQLiteCondition("id IN (SELECT value FROM json_each(?))", ids.jsonArray()), in: scope)
            return try db.all(sql, values, SQLiteAssignmentRow.assignment)
        }
    }

    func list(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> [Assignment] {
        let few = access.fewRows
        return try await access.runLong { db in
            try SQLiteAssignmentStore.listing(query, in: scope)
                .rows(SQLiteAssignmentRow.columns, in: db, few: few, SQLiteAssignmentRow.assignment)
        }
    }

    func outline(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> [ListEntry] {
        let few = access.fewRows
        return try await access.runLong { db in
            try SQLiteAssignmentStore.listing(query, in: scope)
                .outline(
                    in: db, few: few, patient: "patient_id",
                    longTexts: ["notes", "reason"])
        }
    }

    func outlineWithDoctors(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> [ListEntry] {
        let few = access.fewRows
        let bytes = SQLiteLongTexts.bytes(of: SQLiteLongTexts.doctor, in: "doctors")
        return try await access.runLong { db in
            try SQLiteAssignmentStore.listing(query, in: scope)
                .outline(
                    in: db, few: few, patient: "patient_id", longTexts: ["notes", "reason"],
                    more: "COALESCE((SELECT \(bytes) FROM doctors WHERE doctors.id = assignments.doctor_id), 0)")
        }
    }

    func count(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> Int {
        let few = access.fewRows
        return try await access.runLong { db in
            try SQLiteAssignmentStore.listing(query, in: scope).count(in: db, few: few)
        }
    }

    func listWithDoctors(
        _ query: AssignmentQuery, in scope: Scope
    ) async throws(Failure) -> [AssignmentWithDoctor] {
        let few = access.fewRows
        return try await access.runLong { db in
            let columns = "\(SQLiteAssignmentRow.columns), \(SQLiteDoctorRow.columns)"
            let join = " CROSS JOIN doctors ON doctors.id = assignments.doctor_id"
            return try SQLiteAssignmentStore.listing(query, in: scope)
                .rows(columns, joined: join, in: db, few: few) { row in
                    let assignment = try SQLiteAssignmentRow.assignment(from: &row)
                    return AssignmentWithDoctor(assignment: assignment, doctor: try SQLiteDoctorRow.doctor(from: &row))
                }
        }
    }

    /// There is one transaction at a time, so whatever is found is held.
    func findForChange(_ id: AssignmentID, in scope: Scope) async throws(Failure) -> Assignment? {
        try await find(id, in: scope)
    }

    func insert(
        _ details: AssignmentDetails, by account: AccountID, at now: Instant
    ) async throws(Failure) -> Assignment {
        try await access.run { db in
            try db.requireLiving(details.patient, details.doctor)
            try db.write(
                SQLiteAssignmentStore.insertion,
                SQLiteAssignmentRow.values(of: details) + [
                    account.number, now.microseconds, now.microseconds, details.patient.number,
                ])
            return Assignment(
                id: try db.newID(), details: details, assignedBy: account, assignedAt: now, updatedAt: now)
        }
    }

    func update(_ assignment: Assignment) async throws(Failure) {
        try await access.run { db in
            try db.requireLiving(assignment.details.patient, assignment.details.doctor)
            let values = SQLiteAssignmentRow.values(of: assignment.details)
            let changed = try db.write(
                SQLiteAssignmentStore.change, values + [assignment.updatedAt.microseconds, assignment.id.number])
            guard changed == 1 else { throw Failure.notFound(.assignment) }
        }
    }

    func delete(_ id: AssignmentID, at now: Instant) async throws(Failure) {
        try await access.run { db in
            _ = try db.write(SQLiteAssignmentStore.deletion, [now.microseconds, id.number])
        }
    }
}

extension SQLiteAssignmentStore {
    private static let insertion = Database.insertion(
        ofPatientsRecordInto: "assignments",
        SQLiteAssignmentRow.writtenColumns + ["assigned_by", "assigned_at", "updated_at"])

    private static let change = Database.change(
        of: "assignments", SQLiteAssignmentRow.writtenColumns + ["updated_at"])

    private static let deletion = "UPDATE assignments SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL"

    /// Those that are at hand.
    private static func selection(_ which: SQLiteCondition, in scope: Scope) -> (String, SQLiteValues) {
        var conditions = SQLiteConditions(which)
        conditions.add(SQLiteCondition("deleted_at IS NULL"))
        conditions.add(scope, narrowing)
        return ("SELECT \(SQLiteAssignmentRow.columns) FROM assignments WHERE \(conditions.sql)", conditions.values)
    }

    private static func listing(_ query: AssignmentQuery, in scope: Scope) -> SQLiteListing<AssignmentQuery> {
        var listing = SQLiteListing("assignments", query, column)
        if let patient = query.patient?.number {
            listing.narrow(SQLiteNarrowing("patient_id", of: "assignments", patient, orderedBy: .assignedAt))
        }
        if let doctor = query.doctor?.number {
            listing.narrow(SQLiteNarrowing("doctor_id", of: "assignments", doctor, orderedBy: .assignedAt))
        }
        listing.narrow(scope, narrowing)
        if let status = query.status { narrow(&listing, to: status) }
        switch query.isActive {
        case nil: break
        case true?: narrow(&listing, to: .active)
        case false?: listing.narrow(notActive)
        }
        return listing
    }

    private static func narrow(_ listing: inout SQLiteListing<AssignmentQuery>, to status: AssignmentStatus) {
        listing.narrow(SQLiteNarrowing("status", of: "assignments", status.rawValue))
        if status != .active { listing.narrow(notActive) }
    }

    /// These have an index of their own by time; of the active ones many come next in any list.
    private static var notActive: SQLiteNarrowing<AssignmentSortKey> {
        SQLiteNarrowing(
            "assignments", SQLiteCondition("assignments.status <> 'active'"), orderedBy: .assignedAt)
    }

    private static func narrowing(_ relation: Relation, _ caller: Caller) -> SQLiteNarrowing<AssignmentSortKey>? {
        switch relation {
        case .madeIt:
            SQLiteNarrowing("assigned_by", of: "assignments", caller.account.number, orderedBy: .assignedAt)
        case .registeredItsPatient:
            SQLiteNarrowing("registered_by", of: "assignments", caller.account.number, orderedBy: .assignedAt)
                .covered(by: "assignments_by_registrar")
        case .isItsDoctor:
            caller.doctor.map {
                SQLiteNarrowing("doctor_id", of: "assignments", $0.number, orderedBy: .assignedAt)
            }
        case .isItsPatient:
            caller.patient.map {
                SQLiteNarrowing("patient_id", of: "assignments", $0.number, orderedBy: .assignedAt)
            }
        }
    }

    private static func column(_ key: AssignmentSortKey) -> String {
        switch key {
        case .id: "id"
        case .status: "status"
        case .assignedAt: "assigned_at"
        case .updatedAt: "updated_at"
        }
    }
}
