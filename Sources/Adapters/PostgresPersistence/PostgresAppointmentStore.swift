import Application
import Domain
import PostgresClient

/// Appointments in PostgreSQL.
struct PostgresAppointmentStore<Runner: StatementRunner> {
    let runner: Runner
}

extension PostgresAppointmentStore: AppointmentReader {
    func find(_ id: AppointmentID, in scope: Scope) async throws(Failure) -> Appointment? {
        try await find(id, in: scope, lock: nil)
    }

    func find(_ ids: Set<AppointmentID>, in scope: Scope) async throws(Failure) -> [Appointment] {
        guard var selection = selection(in: scope) else { return [] }
        selection.require("t.id = ANY (?::bigint[])", .ids(ids))
        let (statement, values) = selection.statement()
        return try await runner.all(statement, values, seeing: selection.sight, AppointmentRows.appointment)
    }

    func list(_ query: AppointmentQuery, in scope: Scope) async throws(Failure) -> [Appointment] {
        guard let selection = selection(query, in: scope) else { return [] }
        return try await runner.list(selection, query, column: Self.column, AppointmentRows.appointment)
    }

    func outline(_ query: AppointmentQuery, in scope: Scope) async throws(Failure) -> [ListEntry] {
        guard let selection = selection(query, in: scope) else { return [] }
        return try await runner.outline(selection, query, column: Self.column, AppointmentRows.outline)
    }

    func count(_ query: AppointmentQuery, in scope: Scope) async throws(Failure) -> Int {
        guard let selection = selection(query, in: scope) else { return 0 }
        return try await runner.count(selection)
    }

    func diary(
        of doctor: DoctorID, and patient: PatientID, around slot: Slot, except: AppointmentID?
    ) async throws(Failure) -> Diary? {
        let values = DiaryRows.values(doctor: doctor, patient: patient, slot: slot, except: except)
        return DiaryRows.diary(
            of: try await runner.all(DiaryRows.statement, values, seeing: .everything, DiaryRows.part))
    }

    private func selection(_ query: AppointmentQuery, in scope: Scope) -> Selection? {
        guard var selection = selection(in: scope) else { return nil }
        selection.require("t.doctor_id = ?", query.doctor.map { .id($0) })
        selection.require("t.patient_id = ?", query.patient.map { .id($0) })
        selection.require("t.status = ?", query.status.map { .code($0) })
        selection.require("t.starts_at >= ?", query.date.map { .instant(Instant($0)) })
        selection.require("t.starts_at < ?", query.date.map { .instant(Instant($0, timeOfDay: Instant.day)) })
        selection.require("t.starts_at >= ?", query.from.map { .instant($0.inRangeOfStarts) })
        selection.require("t.starts_at < ?", query.to.map { .instant($0.inRangeOfStarts) })
        return selection
    }

    private func find(_ id: AppointmentID, in scope: Scope, lock: RowLock?) async throws(Failure) -> Appointment? {
        let condition = ScopeCondition(scope, Self.relation)
        guard
            let (statement, values) = AppointmentStatements.ofRows.statement(
                for: .id(id), in: condition, lock: lock, { selection(in: scope) })
        else { return nil }
        return try await runner.first(statement, values, seeing: Sight(scope), AppointmentRows.appointment)
    }

    func selection(in scope: Scope) -> Selection? {
        Selection(
            AppointmentRows.columns, from: "appointments", in: ScopeCondition(scope, Self.relation),
            seeing: Sight(scope))
    }

    private static func relation(_ relation: Relation, _ caller: Caller) -> Condition? {
        switch relation {
        case .madeIt: Condition("t.created_by = ?", .id(caller.account)).covered.inOrder
        case .registeredItsPatient: Condition("t.registered_by = ?", .id(caller.account)).covered.inOrder
        case .isItsDoctor: caller.doctor.map { Condition("t.doctor_id = ?", .id($0)).inOrder }
        case .isItsPatient: caller.patient.map { Condition("t.patient_id = ?", .id($0)).inOrder }
        }
    }

    static func column(_ key: AppointmentSortKey) -> String {
        switch key {
        case .id: "t.id"
        case .start: "t.starts_at"
        case .status: "t.status"
        case .createdAt: "t.created_at"
        case .updatedAt: "t.updated_at"
        }
    }
}

extension PostgresAppointmentStore: AppointmentStore where Runner == PostgresTransaction {
    func findForChange(_ id: AppointmentID, in scope: Scope) async throws(Failure) -> Appointment? {
        try await find(id, in: scope, lock: .forUpdate)
    }

    func insert(
        _ details: AppointmentDetails, as number: AppointmentID?, by account: AccountID, at now: Instant
    ) async throws(Failure) -> Appointment {
        let written = AppointmentRows.values(details) + [.id(account), .instant(now)]
        let id: AppointmentID
        if let number {
            id = number
            try runner.changeLater(AppointmentStatements.insert, written + [.id(number)], seeing: .everything)
        } else {
            id = try await runner.insert(AppointmentStatements.insert, written + [.null], seeing: .everything)
        }
        return Appointment(id: id, details: details, createdBy: account, createdAt: now, updatedAt: now)
    }

    func update(_ appointment: Appointment) async throws(Failure) {
        let values =
            AppointmentRows.values(appointment.details) + [.instant(appointment.updatedAt), .id(appointment.id)]
        guard try await runner.change(AppointmentStatements.update, values, seeing: .everything) == 1 else {
            throw .notFound(.appointment)
        }
    }

    func delete(_ id: AppointmentID, at now: Instant) async throws(Failure) {
        try await runner.change(AppointmentStatements.delete, [.id(id), .instant(now)], seeing: .everything)
    }
}

extension Instant {
    /// The nearest instant within the years 1900 to 2999, in which all appointments start: PostgreSQL's own range is
    /// narrower than that of 64 bits.
    var inRangeOfStarts: Instant {
        Instant(microseconds: min(max(microseconds, -2_208_988_800_000_000), 32_503_680_000_000_000))
    }
}
