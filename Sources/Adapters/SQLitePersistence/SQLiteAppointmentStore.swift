import Application
import Domain
import GRDB

/// Appointments in SQLite. Deleting a patient or a doctor deletes the appointments too, so `deleted_at` says it all.
struct SQLiteAppointmentStore: AppointmentStore {
    let access: any SQLiteAccess

    func find(_ id: AppointmentID, in scope: Scope) async throws(Failure) -> Appointment? {
        try await access.run { db in
            var conditions = SQLiteConditions(SQLiteCondition("id = ?", id.number))
            conditions.add(SQLiteCondition("deleted_at IS NULL"))
            conditions.add(scope, SQLiteAppointmentStore.condition)
            let sql = "SELECT \(SQLiteAppointmentRow.columns) FROM appointments WHERE \(conditions.sql)"
            return try db.first(sql, conditions.values, SQLiteAppointmentRow.appointment)
        }
    }

    func list(_ query: AppointmentQuery, in scope: Scope) async throws(Failure) -> [Appointment] {
        try await access.runLong { db in
            let conditions = SQLiteAppointmentStore.conditions(query, in: scope)
            let order = SQLiteOrder(query.ordering, standard: "starts_at, id", SQLiteAppointmentStore.column)
            return try db.all(
                "SELECT \(SQLiteAppointmentRow.columns) FROM appointments WHERE \(conditions.sql) \(order.sql)",
                conditions.values + [query.limit], prepared: query.ordering.isEmpty ? .kept : .once,
                SQLiteAppointmentRow.appointment)
        }
    }

    /// There is one transaction at a time, so whatever is found is held.
    func findForChange(_ id: AppointmentID, in scope: Scope) async throws(Failure) -> Appointment? {
        try await find(id, in: scope)
    }

    func diary(
        of doctor: DoctorID, and patient: PatientID, around slot: Slot, except: AppointmentID?
    ) async throws(Failure) -> Diary? {
        try await access.run { db in
            try SQLiteDiary(doctor: doctor, patient: patient, slot: slot, except: except).read(from: db)
        }
    }

    func insert(
        _ details: AppointmentDetails, by account: AccountID, at now: Instant
    ) async throws(Failure) -> Appointment {
        try await access.run { db in
            try db.requireLiving(details.patient, details.doctor)
            try db.write(
                SQLiteAppointmentStore.insertion,
                SQLiteAppointmentRow.values(of: details) + [account.number, now.microseconds, now.microseconds])
            return Appointment(
                id: try db.newID(), details: details, createdBy: account, createdAt: now, updatedAt: now)
        }
    }

    func update(_ appointment: Appointment) async throws(Failure) {
        try await access.run { db in
            try db.requireLiving(appointment.details.patient, appointment.details.doctor)
            let values = SQLiteAppointmentRow.values(of: appointment.details)
            let changed = try db.write(
                SQLiteAppointmentStore.change, values + [appointment.updatedAt.microseconds, appointment.id.number])
            guard changed == 1 else { throw Failure.notFound(.appointment) }
        }
    }

    func delete(_ id: AppointmentID, at now: Instant) async throws(Failure) {
        try await access.run { db in
            _ = try db.write(SQLiteAppointmentStore.deletion, [now.microseconds, id.number])
        }
    }
}

extension SQLiteAppointmentStore {
    private static let insertion = Database.insertion(
        into: "appointments", SQLiteAppointmentRow.writtenColumns + ["created_by", "created_at", "updated_at"])

    private static let change = Database.change(
        of: "appointments", SQLiteAppointmentRow.writtenColumns + ["updated_at"])

    private static let deletion = "UPDATE appointments SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL"

    private static func conditions(_ query: AppointmentQuery, in scope: Scope) -> SQLiteConditions {
        var conditions = SQLiteConditions(SQLiteCondition("deleted_at IS NULL"))
        conditions.add(query.doctor) { SQLiteCondition("doctor_id = ?", $0.number) }
        conditions.add(query.patient) { SQLiteCondition("patient_id = ?", $0.number) }
        conditions.add(query.status) { SQLiteCondition("status = ?", $0.rawValue) }
        conditions.add(query.date) { date in
            let midnight = Instant(date).microseconds
            return SQLiteCondition("starts_at >= ? AND starts_at < ?", midnight, midnight + Instant.day)
        }
        conditions.add(query.from) { SQLiteCondition("starts_at >= ?", $0.microseconds) }
        conditions.add(query.to) { SQLiteCondition("starts_at < ?", $0.microseconds) }
        if query.isOpen {
            conditions.addUnited(scope, in: "appointments", lookup)
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
        case .madeIt: SQLiteCondition("created_by = ?", caller.account.number)
        case .registeredItsPatient: SQLiteCondition(registeredItsPatient, caller.account.number)
        case .isItsDoctor: caller.doctor.map { SQLiteCondition("doctor_id = ?", $0.number) }
        case .isItsPatient: caller.patient.map { SQLiteCondition("patient_id = ?", $0.number) }
        }
    }

    private static let patientAtHand = """
        EXISTS (SELECT 1 FROM patients WHERE patients.id = appointments.patient_id AND patients.created_by = ?)
        """

    private static let patientsOf = """
        patient_id IN (SELECT patients.id FROM patients WHERE patients.created_by = ? AND patients.deleted_at IS NULL)
        """

    private static func column(_ key: AppointmentSortKey) -> String {
        switch key {
        case .id: "id"
        case .start: "starts_at"
        case .status: "status"
        case .createdAt: "created_at"
        case .updatedAt: "updated_at"
        }
    }
}

extension AppointmentQuery {
    /// Whether no condition leads to an index.
    fileprivate var isOpen: Bool { doctor == nil && patient == nil && date == nil && from == nil && to == nil }
}
