import Application
import Domain
import PostgresClient

/// Mappings in PostgreSQL.
struct PostgresAssignmentStore<Runner: StatementRunner> {
    let runner: Runner
}

extension PostgresAssignmentStore: AssignmentReader {
    func find(_ id: AssignmentID, in scope: Scope) async throws(Failure) -> Assignment? {
        try await find(id, in: scope, lock: nil)
    }

    func list(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> [Assignment] {
        guard var selection = selection(in: scope) else { return [] }
        selection.require("t.patient_id = ?", query.patient.map { .id($0) })
        selection.require("t.doctor_id = ?", query.doctor.map { .id($0) })
        selection.require("t.status = ?", query.status.map { .code($0) })
        selection.require("(t.status = 'active') = ?", query.isActive.map { .bool($0) })
        let order = orderClause(query.ordering, standard: newestFirst, column: Self.column)
        let (statement, values) = selection.statement(orderedBy: order, limit: query.limit)
        return try await runner.all(statement, values, AssignmentRows.assignment)
    }

    func list(of patient: PatientID, in scope: Scope) async throws(Failure) -> [AssignmentWithDoctor] {
        let columns = "\(AssignmentRows.columns), \(DoctorRows.columnsOfD)"
        let join = "\nJOIN doctors AS d ON d.id = t.doctor_id"
        let scope = ScopeCondition(scope, Self.relation)
        guard var selection = Selection(columns, from: "assignments", joined: join, in: scope) else { return [] }
        selection.require("t.patient_id = ?", .id(patient))
        let (statement, values) = selection.statement(orderedBy: newestFirst, limit: ListLimit.standard)
        return try await runner.all(statement, values, AssignmentRows.assignmentWithDoctor)
    }

    private func find(_ id: AssignmentID, in scope: Scope, lock: RowLock?) async throws(Failure) -> Assignment? {
        guard var selection = selection(in: scope) else { return nil }
        selection.require("t.id = ?", .id(id))
        let (statement, values) = selection.statement(lock: lock)
        return try await runner.first(statement, values, AssignmentRows.assignment)
    }

    private func selection(in scope: Scope) -> Selection? {
        Selection(AssignmentRows.columns, from: "assignments", in: ScopeCondition(scope, Self.relation))
    }

    private var newestFirst: String { "t.assigned_at DESC, t.id DESC" }

    private static func relation(_ relation: Relation, _ caller: Caller) -> Condition? {
        switch relation {
        case .madeIt: Condition("t.assigned_by = ?", .id(caller.account))
        case .registeredItsPatient: Condition(registeredPatient, .id(caller.account))
        case .isItsDoctor: caller.doctor.map { Condition("t.doctor_id = ?", .id($0)) }
        case .isItsPatient: caller.patient.map { Condition("t.patient_id = ?", .id($0)) }
        }
    }

    private static func column(_ key: AssignmentSortKey) -> String {
        switch key {
        case .id: "t.id"
        case .status: "t.status"
        case .assignedAt: "t.assigned_at"
        case .updatedAt: "t.updated_at"
        }
    }
}

extension PostgresAssignmentStore: AssignmentStore where Runner == PostgresTransaction {
    func findForChange(_ id: AssignmentID, in scope: Scope) async throws(Failure) -> Assignment? {
        try await find(id, in: scope, lock: .forUpdate)
    }

    func insert(
        _ details: AssignmentDetails, by account: AccountID, at now: Instant
    ) async throws(Failure) -> Assignment {
        let values = AssignmentRows.values(details) + [.id(account), .instant(now)]
        guard let id: AssignmentID = try await runner.insertIfPossible(AssignmentStatements.insert, values) else {
            throw try await runner.missing(.assignment, patient: details.patient, doctor: details.doctor)
        }
        return Assignment(id: id, details: details, assignedBy: account, assignedAt: now, updatedAt: now)
    }

    func update(_ assignment: Assignment) async throws(Failure) {
        let details = assignment.details
        let values = AssignmentRows.values(details) + [.instant(assignment.updatedAt), .id(assignment.id)]
        guard try await runner.change(AssignmentStatements.update, values) == 1 else {
            throw try await runner.missing(.assignment, patient: details.patient, doctor: details.doctor)
        }
    }

    func delete(_ id: AssignmentID, at now: Instant) async throws(Failure) {
        try await runner.change(AssignmentStatements.delete, [.id(id), .instant(now)])
    }
}
