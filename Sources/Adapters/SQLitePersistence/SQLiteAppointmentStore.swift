import Application
import Domain
import GRDB

/// Appointments in SQLite. Deleting a patient or a doctor deletes the appointments too, so `deleted_at` says it all.
struct SQLiteAppointmentStore: AppointmentStore {
    let access: any SQLiteAccess

    func find(_ id: AppointmentID, in scope: Scope) async throws(Failure) -> Appointment? {
        try await access.run { db in
            let (sql, values) = SQLiteAppointmentStore.selection(SQLiteCondition("id = ?", id.number), in: scope)
            return try db.first(sql, values, SQLiteAppointmentRow.appointment)
        }
    }

    func find(_ ids: Set<AppointmentID>, in scope: Scope) async throws(Failure) -> [Appointment] {
        try await access.runLong { db in
            let (sql, values) = SQLiteAppointmentStore.selection(
                SQLiteCondition("id IN (SELECT value FROM json_each(?))", ids.jsonArray()), in: scope)
            return try db.all(sql, values, SQLiteAppointmentRow.appointment)
        }
    }

    func list(_ query: AppointmentQuery, in scope: Scope) async throws(Failure) -> [Appointment] {
        let few = access.fewRows
        return try await access.runLong { db in
            try SQLiteAppointmentStore.listing(query, in: scope)
                .rows(SQLiteAppointmentRow.columns, in: db, few: few, SQLiteAppointmentRow.appointment)
        }
    }

    func outline(_ query: AppointmentQuery, in scope: Scope) async throws(Failure) -> [ListEntry] {
        let few = access.fewRows
        return try await access.runLong { db in
            try SQLiteAppointmentStore.listing(query, in: scope)
                .outline(
                    in: db, few: few, patient: "patient_id",
                    longTexts: ["reason", "notes"])
        }
    }

    func count(_ query: AppointmentQuery, in scope: Scope) async throws(Failure) -> Int {
        let few = access.fewRows
        return try await access.runLong { db in
            try SQLiteAppointmentStore.listing(query, in: scope).count(in: db, few: few)
        }
    }

    func facts(for question: BookingQuestion, patientIn scope: Scope) async throws(Failure) -> BookingFacts {
        var facts = BookingFacts()
        if let doctor = question.doctor {
            facts.doctorIsThere = try await SQLiteDoctorStore(access: access).find(doctor) != nil
        }
        if let patient = question.patient {
            facts.patientIsThere = try await SQLitePatientStore(access: access).find(patient, in: scope) != nil
        }
        if let planned = question.planned {
            facts.diary = try await diary(
                of: planned.doctor, and: planned.patient, around: planned.slot, except: question.changed)
        }
        return facts
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

    /// A number costs nothing, so none is set aside.
    func insert(
        _ details: AppointmentDetails, as number: AppointmentID?, by account: AccountID, at now: Instant
    ) async throws(Failure) -> Appointment {
        try await access.run { db in
            try db.requireLiving(details.patient, details.doctor)
            try db.write(
                SQLiteAppointmentStore.insertion,
                SQLiteAppointmentRow.values(of: details) + [
                    account.number, now.microseconds, now.microseconds, details.patient.number,
                ])
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
        ofPatientsRecordInto: "appointments",
        SQLiteAppointmentRow.writtenColumns + ["created_by", "created_at", "updated_at"])

    private static let change = Database.change(
        of: "appointments", SQLiteAppointmentRow.writtenColumns + ["updated_at"])

    private static let deletion = "UPDATE appointments SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL"

    /// Those that are at hand.
    private static func selection(_ which: SQLiteCondition, in scope: Scope) -> (String, SQLiteValues) {
        var conditions = SQLiteConditions(which)
        conditions.add(SQLiteCondition("deleted_at IS NULL"))
        conditions.add(scope, narrowing)
        return ("SELECT \(SQLiteAppointmentRow.columns) FROM appointments WHERE \(conditions.sql)", conditions.values)
    }

    private static func listing(_ query: AppointmentQuery, in scope: Scope) -> SQLiteListing<AppointmentQuery> {
        var listing = SQLiteListing("appointments", query, column)
        if let doctor = query.doctor?.number {
            listing.narrow(SQLiteNarrowing("doctor_id", of: "appointments", doctor, orderedBy: .start))
        }
        if let patient = query.patient?.number {
            listing.narrow(SQLiteNarrowing("patient_id", of: "appointments", patient, orderedBy: .start))
        }
        listing.narrow(scope, narrowing)
        if let range = range(query) { listing.narrow(SQLiteNarrowing("appointments", range, orderedBy: .start)) }
        if let status = query.status?.rawValue {
            listing.narrow(SQLiteNarrowing("status", of: "appointments", status, orderedBy: .start))
        }
        return listing
    }

    /// The times at which those asked for may start.
    private static func range(_ query: AppointmentQuery) -> SQLiteCondition? {
        let midnight = query.date.map { Instant($0).microseconds }
        let from = [midnight, query.from?.microseconds].compactMap(\.self).max()
        let to = [midnight.map { $0 + Instant.day }, query.to?.microseconds].compactMap(\.self).min()
        guard from != nil || to != nil else { return nil }
        let last = to.map { max($0, Int64.min + 1) - 1 }
        return SQLiteCondition("appointments.starts_at BETWEEN ? AND ?", from ?? Int64.min, last ?? Int64.max)
    }

    static func narrowing(_ relation: Relation, _ caller: Caller) -> SQLiteNarrowing<AppointmentSortKey>? {
        switch relation {
        case .madeIt:
            SQLiteNarrowing("created_by", of: "appointments", caller.account.number, orderedBy: .start, .createdAt)
                .covered(by: "appointments_by_creator")
        case .registeredItsPatient:
            SQLiteNarrowing("registered_by", of: "appointments", caller.account.number, orderedBy: .start, .createdAt)
                .covered(by: "appointments_by_registrar")
        case .isItsDoctor:
            caller.doctor.map { SQLiteNarrowing("doctor_id", of: "appointments", $0.number, orderedBy: .start) }
        case .isItsPatient:
            caller.patient.map { SQLiteNarrowing("patient_id", of: "appointments", $0.number, orderedBy: .start) }
        }
    }

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
