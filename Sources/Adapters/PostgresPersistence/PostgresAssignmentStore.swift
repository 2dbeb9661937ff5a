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

    func find(_ ids: Set<AssignmentID>, in scope: Scope) async throws(Failure) -> [Assignment] {
        guard var selection = selection(in: scope) else { return [] }
        selection.require("t.id = ANY (?::bigint[])", .ids(ids))
        let (statement, values) = selection.statement()
        return try await runner.all(statement, values, seeing: selection.sight, AssignmentRows.assignment)
    }

    func list(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> [Assignment] {
        guard let selection = selection(query, in: scope) else { return [] }
        return try await runner.list(selection, query, column: Self.column, AssignmentRows.assignment)
    }

    func listWithDoctors(
        _ query: AssignmentQuery, in scope: Scope
    ) async throws(Failure) -> [AssignmentWithDoctor] {
        let columns = "\(AssignmentRows.columns), \(DoctorRows.columnsOfD)"
        let join = "\nJOIN doctors AS d ON d.id = t.doctor_id"
        guard let selection = selection(query, columns, joined: join, in: scope) else { return [] }
        return try await runner.list(selection, query, column: Self.column, AssignmentRows.assignmentWithDoctor)
    }

    func outline(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> [ListEntry] {
        guard let selection = selection(query, in: scope) else { return [] }
        return try await runner.outline(selection, query, column: Self.column, AssignmentRows.outline)
    }

    func outlineWithDoctors(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> [ListEntry] {
        guard let selection = selection(query, in: scope) else { return [] }
        return try await runner.outline(selection, query, column: Self.column, AssignmentRows.outlineWithDoctors)
    }

    func count(_ query: AssignmentQuery, in scope: Scope) async throws(Failure) -> Int {
        guard let selection = selection(query, in: scope) else { return 0 }
        return try await runner.count(selection)
    }

    private func selection(
        _ query: AssignmentQuery, _ columns: String = AssignmentRows.columns, joined join: String = "", in scope: Scope
    ) -> Selection? {
        guard var selection = selection(columns, joined: join, in: scope) else { return nil }
        selection.require("t.patient_id = ?", query.patient.map { .id($0) })
        selection.require("t.doctor_id = ?", query.doctor.map { .id($0) })
        selection.require("t.status = ?", query.status.map { .code($0) })
        switch query.isActive {
        case nil: break
        case true?: selection.require("t.status = ?", .code(AssignmentStatus.active))
        // In the words of the index of those that are not.
        case false?: selection.require(Condition("t.status <> 'active'"))
        }
        return selection
    }

    private func find(_ id: AssignmentID, in scope: Scope, lock: RowLock?) async throws(Failure) -> Assignment? {
        let condition = ScopeCondition(scope, Self.relation)
        guard
            let (statement, values) = AssignmentStatements.ofRows.statement(
                for: .id(id), in: condition, lock: lock, { selection(in: scope) })
        else { return nil }
        return try await runner.first(statement, values, seeing: Sight(scope), AssignmentRows.assignment)
    }

    private func selection(
        _ columns: String = AssignmentRows.columns, joined join: String = "", in scope: Scope
    ) -> Selection? {
        Selection(
            columns, from: "assignments", joined: join, in: ScopeCondition(scope, Self.relation),
            seeing: Sight(scope))
    }

    private static func relation(_ relation: Relation, _ caller: Caller) -> Condition? {
        switch relation {
        case .madeIt: Condition("t.assigned_by = ?", .id(caller.account)).inOrder
        case .registeredItsPatient: Condition("t.registered_by = ?", .id(caller.account)).covered.inOrder
        case .isItsDoctor: caller.doctor.map { Condition("t.doctor_id = ?", .id($0)).inOrder }
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
        let id: AssignmentID? = try await runner.insertIfPossible(
            AssignmentStatements.insert, values, seeing: .everything)
        guard let id else {
            throw try await runner.missing(.assignment, patient: details.patient, doctor: details.doctor)
        }
        return Assignment(id: id, details: details, assignedBy: account, assignedAt: now, updatedAt: now)
    }

    func update(_ assignment: Assignment) async throws(Failure) {
        let details = assignment.details
        let values = AssignmentRows.values(details) + [.instant(assignment.updatedAt), .id(assignment.id)]
        guard try await runner.change(AssignmentStatements.update, values, seeing: .everything) == 1 else {
            throw try await runner.missing(.assignment, patient: details.patient, doctor: details.doctor)
        }
    }

    func delete(_ id: AssignmentID, at now: Instant) async throws(Failure) {
        try await runner.change(AssignmentStatements.delete, [.id(id), .instant(now)], seeing: .everything)
    }
}
