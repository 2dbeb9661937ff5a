import Application
import Domain
import GRDB

/// Mappings in SQLite. Deleting a patient or a doctor deletes the mappings too, so `deleted_at` says it all.
struct SQLiteAssignmentStore: AssignmentStore {
    let access: any SQLiteAccess

    func find(_ id: AssignmentID, in scope: Scope) async throws(Failure) -> Assignment? {
        try await access.run { db in
            var conditions = SQLiteConditions(SQLiteCondition("id = ?", id.number))
            conditions.add(SQLiteCondition("deleted_at IS NULL"))
            conditions.add(scope, SQLiteAssignmentStore.condition)
            let sql = "SELECT \(SQLiteAssignmentRow.columns) FROM assignments WHERE \(conditions.sql)"
            return try db.first(sql, conditions.values, SQLiteAssignmentRow.assignment)
        }
    }

    func list(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> [Assignment] {
        try await access.runLong { db in
            let conditions = SQLiteAssignmentStore.conditions(query, in: scope)
            let order = SQLiteOrder(
                query.ordering, standard: "assigned_at DESC, id DESC", SQLiteAssignmentStore.column)
            return try db.all(
                "SELECT \(SQLiteAssignmentRow.columns) FROM assignments WHERE \(conditions.sql) \(order.sql)",
                conditions.values + [query.limit], prepared: query.ordering.isEmpty ? .kept : .once,
                SQLiteAssignmentRow.assignment)
        }
    }

    func list(of patient: PatientID, in scope: Scope) async throws(Failure) -> [AssignmentWithDoctor] {
        try await access.runLong { db in
            var conditions = SQLiteConditions(SQLiteCondition("assignments.patient_id = ?", patient.number))
            conditions.add(SQLiteCondition("assignments.deleted_at IS NULL"))
            conditions.add(scope, SQLiteAssignmentStore.condition)
            let sql = """
                SELECT \(SQLiteAssignmentRow.columns), \(SQLiteDoctorRow.columns)
                FROM assignments JOIN doctors ON doctors.id = assignments.doctor_id
                WHERE \(conditions.sql)
                ORDER BY assignments.assigned_at DESC, assignments.id DESC LIMIT ?
                """
            return try db.all(sql, conditions.values + [ListLimit.standard]) { row in
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
                SQLiteAssignmentRow.values(of: details) + [account.number, now.microseconds, now.microseconds])
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
        into: "assignments", SQLiteAssignmentRow.writtenColumns + ["assigned_by", "assigned_at", "updated_at"])

    private static let change = Database.change(
        of: "assignments", SQLiteAssignmentRow.writtenColumns + ["updated_at"])

    private static let deletion = "UPDATE assignments SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL"

    private static func conditions(_ query: AssignmentQuery, in scope: Scope) -> SQLiteConditions {
        var conditions = SQLiteConditions(SQLiteCondition("deleted_at IS NULL"))
        conditions.add(query.patient) { SQLiteCondition("patient_id = ?", $0.number) }
        conditions.add(query.doctor) { SQLiteCondition("doctor_id = ?", $0.number) }
        conditions.add(query.status) { SQLiteCondition("status = ?", $0.rawValue) }
        conditions.add(query.isActive) { SQLiteCondition("(status = 'active') = ?", $0) }
        if query.patient == nil, query.doctor == nil {
            conditions.addUnited(scope, in: "assignments", lookup)
        } else {
            conditions.add(scope, condition)
        }
        return conditions
    }

    /// For a record that is at hand.
    private static func condition(_ relation: Relation, _ caller: Caller) -> SQLiteCondition? {
        condition(relation, caller, registeredItsPatient: patientAtHand)
    }

    /// For looking up records.
    private static func lookup(_ relation: Relation, _ caller: Caller) -> SQLiteCondition? {
        condition(relation, caller, registeredItsPatient: patientsOf)
    }

    private static func condition(
        _ relation: Relation, _ caller: Caller, registeredItsPatient: String
    ) -> SQLiteCondition? {
        switch relation {
        case .madeIt: SQLiteCondition("assigned_by = ?", caller.account.number)
        case .registeredItsPatient: SQLiteCondition(registeredItsPatient, caller.account.number)
        case .isItsDoctor: caller.doctor.map { SQLiteCondition("doctor_id = ?", $0.number) }
        case .isItsPatient: caller.patient.map { SQLiteCondition("patient_id = ?", $0.number) }
        }
    }

    private static let patientAtHand = """
        EXISTS (SELECT 1 FROM patients WHERE patients.id = assignments.patient_id AND patients.created_by = ?)
        """

    private static let patientsOf = """
        patient_id IN (SELECT patients.id FROM patients WHERE patients.created_by = ? AND patients.deleted_at IS NULL)
        """

    private static func column(_ key: AssignmentSortKey) -> String {
        switch key {
        case .id: "id"
        case .status: "status"
        case .assignedAt: "assigned_at"
        case .updatedAt: "updated_at"
        }
    }
}
