import Application
import Domain
import PostgresClient

/// Patients in PostgreSQL.
struct PostgresPatientStore<Runner: StatementRunner> {
    let runner: Runner
}

extension PostgresPatientStore: PatientReader {
    func find(_ id: PatientID, in scope: Scope) async throws(Failure) -> Patient? {
        try await find(id, in: scope, lock: nil)
    }

    func find(_ ids: Set<PatientID>, in scope: Scope) async throws(Failure) -> [Patient] {
        guard var selection = selection(in: scope) else { return [] }
        selection.require("t.id = ANY (?::bigint[])", .ids(ids))
        let (statement, values) = selection.statement()
        return try await runner.all(statement, values, PatientRows.patient)
    }

    func list(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> [Patient] {
        guard var selection = selection(query, in: scope) else { return [] }
        if !query.search.isEmpty, query.order.keys.first?.key.kind == .text {
            selection.sortsByText = try await runner.count(selection, upTo: Self.many) < Self.many
        }
        return try await runner.list(selection, query, column: Self.column, PatientRows.patient)
    }

    func count(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> Int {
        guard let selection = selection(query, in: scope) else { return 0 }
        return try await runner.count(selection)
    }

    private func selection(_ query: PatientQuery, in scope: Scope) -> Selection? {
        guard !query.search.contains(where: \.isNeverStored), var selection = selection(in: scope) else { return nil }
        selection.search(query.search)
        selection.require("t.gender = ?", query.gender.map { .code($0) })
        selection.require("t.blood_group = ?", query.bloodGroup.map { .code($0) })
        selection.require("t.date_of_birth = ?", query.dateOfBirth.map { .day($0) })
        selection.require(Self.assignedTo, query.doctor.map { .id($0) })
        return selection
    }

    func isEmailClaimed(_ email: EmailAddress, except: PatientID?) async throws(Failure) -> Bool {
        let values: [PostgresValue] = [.text(email), PostgresValue(except?.number)]
        return try await runner.first(PatientStatements.isEmailClaimed, values) { row throws(PostgresError) in
            try row.bool()
        } ?? false
    }

    private func find(_ id: PatientID, in scope: Scope, lock: RowLock?) async throws(Failure) -> Patient? {
        guard var selection = selection(in: scope) else { return nil }
        selection.require("t.id = ?", .id(id))
        let (statement, values) = selection.statement(lock: lock)
        return try await runner.first(statement, values, PatientRows.patient)
    }

    private func selection(in scope: Scope) -> Selection? {
        Selection(PatientRows.columns, from: "patients", in: ScopeCondition(scope, Self.relation))
    }

    /// More than are sorted for a page of a search in the order of names.
    private static var many: Int { 50_000 }

    private static func relation(_ relation: Relation, _ caller: Caller) -> Condition? {
        switch relation {
        case .madeIt: Condition("t.created_by = ?", .id(caller.account))
        // A patient is the record here, not somebody whom it is about.
        case .registeredItsPatient: nil
        case .isItsDoctor: caller.doctor.map { Condition(assignedTo, .id($0)) }
        case .isItsPatient: caller.patient.map { Condition("t.id = ?", .id($0)) }
        }
    }

    private static var assignedTo: String {
        """
        EXISTS (
            SELECT FROM assignments AS a
            WHERE a.patient_id = t.id AND a.doctor_id = ? AND a.status = 'active' AND a.deleted_at IS NULL)
        """
    }

    private static func column(_ key: PatientSortKey) -> String {
        switch key {
        case .id: "t.id"
        case .firstName: "t.first_name"
        case .lastName: "t.last_name"
        case .dateOfBirth: "t.date_of_birth"
        case .createdAt: "t.created_at"
        case .updatedAt: "t.updated_at"
        }
    }
}

extension PostgresPatientStore: PatientStore where Runner == PostgresTransaction {
    func findForChange(_ id: PatientID, in scope: Scope) async throws(Failure) -> Patient? {
        try await find(id, in: scope, lock: .forUpdate)
    }

    func insert(
        _ details: PatientDetails, by account: AccountID, at now: Instant
    ) async throws(Failure) -> Patient {
        let values = PatientRows.values(details) + [.id(account), .instant(now)]
        let id: PatientID = try await runner.insert(PatientStatements.insert, values)
        return Patient(id: id, details: details, createdBy: account, createdAt: now, updatedAt: now)
    }

    func update(_ patient: Patient) async throws(Failure) {
        let values = PatientRows.values(patient.details) + [.instant(patient.updatedAt), .id(patient.id)]
        guard try await runner.change(PatientStatements.update, values) == 1 else { throw .notFound(.patient) }
    }

    func delete(_ id: PatientID, at now: Instant) async throws(Failure) {
        // Waits for whoever is mapping or booking for the patient, so that the second statement sees what they made.
        try await runner.change(PatientStatements.lock, [.id(id)])
        try await runner.change(PatientStatements.delete, [.id(id), .instant(now)])
    }
}
