import Application
import Domain
import PostgresClient

/// Patients in PostgreSQL.
struct PostgresPatientStore<Runner: StatementRunner> {
    let runner: Runner
    /// What was found out about words by other lists; `nil` where each asks for itself.
    var frequent: FrequentWords?
}

extension PostgresPatientStore: PatientReader {
    func find(_ id: PatientID, in scope: Scope) async throws(Failure) -> Patient? {
        try await find(id, in: scope, lock: nil)
    }

    func find(_ ids: Set<PatientID>, in scope: Scope) async throws(Failure) -> [Patient] {
        guard var selection = selection(in: scope) else { return [] }
        selection.require("t.id = ANY (?::bigint[])", .ids(ids))
        let (statement, values) = selection.statement()
        return try await runner.all(statement, values, seeing: selection.sight, PatientRows.patient)
    }

    func longBytes(of ids: Set<PatientID>, in scope: Scope) async throws(Failure) -> [PatientID: Int] {
        guard var selection = selection(in: scope) else { return [:] }
        selection.columns = "t.id, \(PatientRows.outline.bytes)"
        selection.require("t.id = ANY (?::bigint[])", .ids(ids))
        let (statement, values) = selection.statement()
        let found = try await runner.all(statement, values, seeing: selection.sight) {
            row throws(PostgresError) -> (PatientID, Int) in (try row.id(), try row.int())
        }
        return Dictionary(uniqueKeysWithValues: found)
    }

    func list(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> [Patient] {
        guard let selection = try await listing(query, in: scope) else { return [] }
        return try await runner.list(selection, query, column: query.column, PatientRows.patient)
    }

    func outline(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> [ListEntry] {
        guard let selection = try await listing(query, in: scope) else { return [] }
        return try await runner.outline(selection, query, column: query.column, PatientRows.outline)
    }

    private func listing(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> Selection? {
        guard var selection = selection(query, in: scope) else { return nil }
        let isByText = query.order.keys.first?.key.kind == .text
        if let few = try await few(with: query.search, upTo: isByText ? Self.fewToSort : Self.few) {
            selection.require(among(few))
            selection.sortsByText = isByText
        }
        return selection
    }

    func count(_ query: PatientQuery, in scope: Scope) async throws(Failure) -> Int {
        var query = query
        // As many in any order.
        query.ordering = []
        guard var selection = selection(query, in: scope) else { return 0 }
        if let few = try await few(with: query.search, upTo: Self.fewToSort) { selection.require(among(few)) }
        return try await runner.count(selection)
    }

    /// The numbers of the patients in whose text all words occur, whoever may see them; `nil` when there are more than
    /// so many, or no words.
    private func few(with words: [String], upTo most: Int64) async throws(Failure) -> [Int64]? {
        guard !words.isEmpty, frequent?.are(words, hadByMoreThan: most) != true else { return nil }
        let runs = words.flatMap { SearchText.runs(in: SearchText.folded($0)) }
        let values: [PostgresValue] = [.texts((words + runs).map(\.searchPattern)), .int64(most)]
        let few =
            try await runner.all(PatientStatements.withWords, values) { row throws(PostgresError) in
                try row.optionalInt64s()
            }.first ?? nil
        if few == nil { frequent?.note(words, hadByMoreThan: most) }
        return few
    }

    private func among(_ numbers: [Int64]) -> Condition { Condition("t.id = ANY (?::bigint[])", .int64s(numbers)) }

    private func selection(_ query: PatientQuery, in scope: Scope) -> Selection? {
        guard !query.search.contains(where: \.isNeverStored),
            var selection = selection(in: scope, byUpdate: query.isByUpdate)
        else { return nil }
        selection.search(query.search, inOrder: true)
        selection.require("t.gender = ?", query.gender.map { .code($0) })
        selection.require("t.blood_group = ?", query.bloodGroup.map { .code($0) })
        selection.require("t.date_of_birth = ?", query.dateOfBirth.map { .day($0) })
        selection.require(Self.assignedTo, query.doctor.map { .id($0) })
        return selection
    }

    func isEmailClaimed(_ email: EmailAddress, except: PatientID?) async throws(Failure) -> Bool {
        let values: [PostgresValue] = [.text(email), PostgresValue(except?.number)]
        return try await runner.first(PatientStatements.isEmailClaimed, values, seeing: .everything) {
            row throws(PostgresError) in
            try row.bool()
        } ?? false
    }

    /// Whether there is such a patient within the scope, as a condition with its values; `nil` for a scope without any.
    static func presence(of id: PatientID, in scope: Scope) -> (sql: String, values: [PostgresValue])? {
        guard var selection = Selection("1", from: "patients", in: ScopeCondition(scope) { relation($0, $1) }) else {
            return nil
        }
        selection.require("t.id = ?", .id(id))
        let (statement, values) = selection.statement()
        return ("EXISTS (\(statement.sql))", values)
    }

    private func find(_ id: PatientID, in scope: Scope, lock: RowLock?) async throws(Failure) -> Patient? {
        let condition = ScopeCondition(scope) { Self.relation($0, $1) }
        guard
            let (statement, values) = PatientStatements.ofRows.statement(
                for: .id(id), in: condition, lock: lock, { selection(in: scope) })
        else { return nil }
        return try await runner.first(statement, values, seeing: Sight(ofPatients: scope), PatientRows.patient)
    }

    /// - Parameter isByUpdate: whether the order is that of `patient_updates`.
    private func selection(in scope: Scope, byUpdate isByUpdate: Bool = false) -> Selection? {
        let condition = ScopeCondition(scope) {
            Self.relation($0, $1, maker: isByUpdate ? "u.created_by" : "t.created_by")
        }
        var selection = Selection(
            PatientRows.columns, from: "patients", in: condition, seeing: Sight(ofPatients: scope))
        if isByUpdate { selection?.order(by: "patient_updates AS u", on: "u.patient_id = t.id") }
        return selection
    }

    /// So many are looked up and sorted for a page; more are met soon enough in the order of the list.
    private static var few: Int64 { 2_000 }

    /// In the order of names those that have a word may come very late.
    private static var fewToSort: Int64 { 50_000 }

    /// - Parameter maker: the column that says who made a record.
    private static func relation(
        _ relation: Relation, _ caller: Caller, maker: String = "t.created_by"
    ) -> Condition? {
        switch relation {
        case .madeIt: Condition("\(maker) = ?", .id(caller.account)).inOrder
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
}

extension PatientQuery {
    /// Whether the order is that of `patient_updates`.
    fileprivate var isByUpdate: Bool { order.keys.first?.key == .updatedAt }

    /// The column behind a key: of both that end an index those of one table, so that the index has their order.
    fileprivate func column(_ key: PatientSortKey) -> String {
        switch key {
        case .id: isByUpdate ? "u.patient_id" : "t.id"
        case .firstName: "t.first_name"
        case .lastName: "t.last_name"
        case .dateOfBirth: "t.date_of_birth"
        case .createdAt: "t.created_at"
        case .updatedAt: isByUpdate ? "u.updated_at" : "t.updated_at"
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
        let id: PatientID = try await runner.insert(PatientStatements.insert, values, seeing: .everything)
        return Patient(id: id, details: details, createdBy: account, createdAt: now, updatedAt: now)
    }

    func update(_ patient: Patient) async throws(Failure) {
        let changed = try await runner.change(PatientStatements.update, Self.written(patient), seeing: .everything)
        guard changed == 1 else { throw .notFound(.patient) }
    }

    /// The row is locked, so it is there.
    func updateFound(_ patient: Patient) async throws(Failure) {
        try runner.changeLater(PatientStatements.update, Self.written(patient), seeing: .everything)
    }

    private static func written(_ patient: Patient) -> [PostgresValue] {
        PatientRows.values(patient.details) + [.instant(patient.updatedAt), .id(patient.id)]
    }

    func delete(_ id: PatientID, at now: Instant) async throws(Failure) {
        // Waits for whoever is mapping or booking for the patient, so that the second statement sees what they made.
        try await runner.change(PatientStatements.lock, [.id(id)], seeing: .everything)
        try await runner.change(PatientStatements.delete, [.id(id), .instant(now)], seeing: .everything)
    }
}
