import Application
import Domain
import GRDB

/// What is noted about one patient's data, or about a patient's record alone. The index by patient gives the moments at
/// which there is something, in their order; the entries themselves say whether it is about the patient.
struct SQLitePatientTrail {
    /// The numbers of an entry's patients, each between commas.
    static let patients = "replace(replace(audit_events.patients, '[', ','), ']', ',')"

    /// Whether an entry is about a patient's record: then the index has it as `p` and the record's number as well.
    static let isRecord = "audit_events.record_kind = 'patient' AND audit_events.record_id IS NOT NULL"

    private let query: AuditQuery
    private let conditions: SQLiteConditions
    private let moments: SQLiteConditions

    /// - Returns: `nil` for a query that asks neither for a patient nor for a patient's record.
    init?(_ query: AuditQuery) {
        guard let term = SQLitePatientTrail.term(query) else { return nil }
        self.query = query
        moments = SQLiteConditions(SQLiteCondition("audit_patients MATCH ?", "\"\(term)\""))
        let about = query.patient.map { patient in
            SQLiteCondition("instr(\(SQLitePatientTrail.patients), ?) > 0", ",\(patient.number),")
        }
        conditions = SQLiteConditions(query, SQLitePatientTrail.source).adding(about)
    }

    /// What the index is asked for: the record, where there is one, as it has fewer moments than the patient.
    private static func term(_ query: AuditQuery) -> String? {
        if let subject = query.subject, subject.kind == .patient { return "p\(subject.number)" }
        return query.patient.map { String($0.number) }
    }

    /// The entries of the query's page, in the order of reading.
    func page<Row>(in db: Database, _ form: SQLiteAuditForm<Row>) throws -> [Row] {
        let size = max(0, query.page.size)
        guard let order = query.readingOrder.first, order.key == .at else {
            return try entries(moments.adding(from).adding(to), limit: size, in: db, form)
        }
        let far = order.descending ? from : to
        var near = edge(order) ?? (order.descending ? to : from)
        var entries: [Row] = []
        // As many moments as the page has entries are mostly enough; where a condition leaves few, more at a time.
        var step = max(1, size)
        while true {
            let rest = moments.adding(near).adding(far)
            let next = try moment(number: step, of: rest, order, in: db)
            let stretch = next.map { SQLiteCondition("audit_patients.rowid \(order.descending ? ">" : "<") ?", $0) }
            entries += try self.entries(rest.adding(stretch), limit: size - entries.count, in: db, form)
            guard let next, entries.count < size else { return entries }
            near = SQLitePatientTrail.beginning(at: next, order)
            step = min(step * 8, SQLitePatientTrail.longestStep)
        }
    }

    /// How many entries the query finds.
    func count(in db: Database) throws -> Int {
        try db.countOfAuditEntries(SQLitePatientTrail.source, all(moments.adding(from).adding(to)))
    }

    private func entries<Row>(
        _ moments: SQLiteConditions, limit: Int, in db: Database, _ form: SQLiteAuditForm<Row>
    ) throws -> [Row] {
        try db.auditEntries(SQLitePatientTrail.source, all(moments), query, limit: limit, form)
    }

    private func all(_ moments: SQLiteConditions) -> SQLiteConditions {
        moments.adding(SQLiteCondition(sql: conditions.sql, values: conditions.values))
    }

    /// The moment behind the first so many; `nil` when there is none.
    private func moment(
        number: Int, of moments: SQLiteConditions, _ order: Ordering<AuditSortKey>, in db: Database
    ) throws -> Int64? {
        let sql = """
            SELECT rowid FROM audit_patients WHERE \(moments.sql)
            ORDER BY rowid \(order.descending ? "DESC" : "") LIMIT 1 OFFSET ?
            """
        return try db.all(sql, moments.values + [number], prepared: .once) { try $0.integer() }.first
    }

    private var from: SQLiteCondition? {
        query.from.map { SQLiteCondition("audit_patients.rowid >= ?", $0.microseconds) }
    }

    private var to: SQLiteCondition? {
        query.to.map { SQLiteCondition("audit_patients.rowid < ?", $0.microseconds) }
    }

    /// The moment of the position, at which there may be more entries.
    private func edge(_ order: Ordering<AuditSortKey>) -> SQLiteCondition? {
        guard case .instant(let at)? = query.page.position?.values.first else { return nil }
        return SQLitePatientTrail.beginning(at: at.microseconds, order)
    }

    private static func beginning(at moment: Int64, _ order: Ordering<AuditSortKey>) -> SQLiteCondition {
        SQLiteCondition("audit_patients.rowid \(order.descending ? "<=" : ">=") ?", moment)
    }

    /// From the moments to the entries of each, never the other way round: with a plus, a limit of the moments makes no
    /// planner read an index of the entries between limits.
    private static let source = SQLiteAuditSource(
        tables: "audit_patients CROSS JOIN audit_events ON audit_events.at = +audit_patients.rowid",
        at: "+audit_patients.rowid", id: "+audit_events.id")

    private static let longestStep = 10_000
}
