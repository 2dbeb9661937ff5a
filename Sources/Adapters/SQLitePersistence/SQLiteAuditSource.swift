import Application
import Domain
import GRDB

/// From where entries are read.
struct SQLiteAuditSource {
    let tables: String
    let at: String
    let id: String

    static let all = SQLiteAuditSource(tables: "audit_events", at: "audit_events.at", id: "audit_events.id")

    func column(_ key: AuditSortKey) -> String {
        switch key {
        case .id: id
        case .at: at
        }
    }
}

/// What is read of an entry.
struct SQLiteAuditForm<Row> {
    let columns: String
    let read: (inout SQLiteRowReader) throws -> Row
}

extension SQLiteAuditForm<KeptAuditEntry> {
    /// All of it.
    static var entry: SQLiteAuditForm { SQLiteAuditForm(columns: SQLiteAuditRow.columns, read: SQLiteAuditRow.kept) }
}

extension SQLiteAuditForm<ListEntry> {
    /// What is known of it in a list of this order. The numbers of patients are text here, and take about what they take.
    static func outline(ordered order: ListOrder<AuditSortKey>) -> SQLiteAuditForm {
        let keys = order.keys.map(\.key)
        let columns =
            ["audit_events.id", "length(audit_events.patients)"] + keys.map(SQLiteAuditSource.all.column)
        return SQLiteAuditForm(columns: columns.joined(separator: ", ")) { row in
            let number = try row.integer()
            let bytes = Int(try row.integer())
            let values = try keys.map { try row.value(of: $0.kind) }
            return ListEntry(number: number, patient: nil, bytes: bytes, values: values)
        }
    }
}

extension SQLiteConditions {
    /// What an entry has to fulfil, but for the patient.
    init(_ query: AuditQuery, _ source: SQLiteAuditSource) {
        let asked: [SQLiteCondition?] = [
            query.account.map { SQLiteCondition("audit_events.account_id = ?", $0.number) },
            SQLiteCondition(query.actions),
            query.subject.map { SQLiteCondition("audit_events.record_kind = ?", $0.kind.rawValue) },
            query.subject.map { SQLiteCondition("audit_events.record_id = ?", $0.number) },
            query.subject.flatMap(SQLiteCondition.inIndexByRecord),
            query.from.map { SQLiteCondition("\(source.at) >= ?", $0.microseconds) },
            query.to.map { SQLiteCondition("\(source.at) < ?", $0.microseconds) },
        ]
        self = asked.reduce(SQLiteConditions(SQLiteCondition(SQLiteAuditRow.ofSomeTime))) { $0.adding($1) }
    }
}

extension Database {
    /// The first entries beyond the position of a query, in the order of reading.
    func auditEntries<Row>(
        _ source: SQLiteAuditSource, _ conditions: SQLiteConditions, _ query: AuditQuery, limit: Int,
        _ form: SQLiteAuditForm<Row>
    ) throws -> [Row] {
        let cuts = (query.page.position?.cuts ?? []).map { SQLiteCondition($0, source.column) }
        let page = conditions.adding(cuts.isEmpty ? nil : .any(cuts))
        let order = query.readingOrder.map { source.column($0.key) + ($0.descending ? " DESC" : "") }
        let sql = """
            SELECT \(form.columns) FROM \(source.tables) WHERE \(page.sql)
            ORDER BY \(order.joined(separator: ", ")) LIMIT ?
            """
        return try all(sql, page.values + [limit], prepared: .once, form.read)
    }

    /// How many entries fulfil the conditions.
    func countOfAuditEntries(_ source: SQLiteAuditSource, _ conditions: SQLiteConditions) throws -> Int {
        let sql = "SELECT count(*) FROM \(source.tables) WHERE \(conditions.sql)"
        return try all(sql, conditions.values, prepared: .once) { Int(try $0.integer()) }.first ?? 0
    }
}

extension SQLiteCondition {
    /// What SQLite has to read to see that the index by record has all that is about this one; `nil` for a patient's.
    fileprivate static func inIndexByRecord(_ subject: AuditSubject) -> SQLiteCondition? {
        subject.kind == .patient ? nil : SQLiteCondition("audit_events.record_kind <> 'patient'")
    }

    /// - Returns: `nil` when there are no actions: no condition.
    fileprivate init?(_ actions: Set<AuditAction>) {
        guard !actions.isEmpty else { return nil }
        let codes = actions.map(\.rawValue).sorted()
        let marks = codes.map { _ in "?" }.joined(separator: ", ")
        self.init(sql: "audit_events.action \(codes.count == 1 ? "= ?" : "IN (\(marks))")", values: codes)
    }
}
