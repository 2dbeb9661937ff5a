import Application
import Domain
import GRDB

/// The audit trail in SQLite, for those who look at it.
struct SQLiteAuditReader: AuditReader {
    let access: any SQLiteAccess

    func list(_ query: AuditQuery) async throws(Failure) -> [KeptAuditEntry] {
        try await access.runLong { db in
            let (from, conditions, column) = SQLiteAuditReader.search(query)
            let cuts = (query.page.position?.cuts ?? []).map { SQLiteCondition($0, column) }
            let page = conditions.adding(cuts.isEmpty ? nil : .any(cuts))
            let order = query.readingOrder.map { column($0.key) + ($0.descending ? " DESC" : "") }
            let sql = """
                SELECT \(SQLiteAuditRow.columns) FROM \(from) WHERE \(page.sql)
                ORDER BY \(order.joined(separator: ", ")) LIMIT ?
                """
            let rows = try db.all(
                sql, page.values + [max(0, query.page.size)], prepared: .once, SQLiteAuditRow.kept)
            return query.isBackwards ? rows.reversed() : rows
        }
    }

    func count(_ query: AuditQuery) async throws(Failure) -> Int {
        try await access.runLong { db in
            let (from, conditions, _) = SQLiteAuditReader.search(query)
            let sql = "SELECT count(*) FROM \(from) WHERE \(conditions.sql)"
            return try db.all(sql, conditions.values, prepared: .once) { Int(try $0.integer()) }.first ?? 0
        }
    }

    func links(after place: AuditPlace?, limit: Int) async throws(Failure) -> [KeptChainLink] {
        try await access.runLong { db in
            let beyond = place.map {
                SQLiteCondition("(chain, sequence, id) > (?, ?, ?)", $0.chain.text, $0.sequence, $0.id)
            }
            let conditions = SQLiteConditions(beyond ?? SQLiteCondition("TRUE"))
            let sql = """
                SELECT \(SQLiteAuditRow.linkColumns) FROM audit_events WHERE \(conditions.sql)
                ORDER BY chain, sequence, id LIMIT ?
                """
            return try db.all(sql, conditions.values + [limit], SQLiteAuditRow.link)
        }
    }

    func heads(after number: Int64, limit: Int) async throws(Failure) -> [KeptAuditHead] {
        try await access.runLong { db in
            try db.all("SELECT id, text FROM audit_heads WHERE id > ? ORDER BY id LIMIT ?", [number, limit]) { row in
                KeptAuditHead(id: try row.integer(), text: try row.string())
            }
        }
    }

    func newestHead() async throws(Failure) -> KeptAuditHead? {
        try await access.run { db in
            try db.first("SELECT id, text FROM audit_heads ORDER BY id DESC LIMIT 1", []) { row in
                KeptAuditHead(id: try row.integer(), text: try row.string())
            }
        }
    }

    func wronglyIndexed() async throws(Failure) -> [AuditEventID] {
        try await access.runLong { db in
            try db.all(SQLiteAuditReader.misleading, []) { row in try row.id() }
        }
    }

    /// Where to look, under which conditions, and the columns of the sort keys. By patient, the way is through the
    /// events of that patient, which lie in the order of time.
    private static func search(_ query: AuditQuery) -> (String, SQLiteConditions, (AuditSortKey) -> String) {
        let isByPatient = query.patient != nil
        let at = isByPatient ? "p.at" : "audit_events.at"
        let id = isByPatient ? "p.event_id" : "audit_events.id"
        let asked: [SQLiteCondition?] = [
            query.patient.map { SQLiteCondition("p.patient_id = ?", $0.number) },
            query.account.map { SQLiteCondition("audit_events.account_id = ?", $0.number) },
            query.action.map { SQLiteCondition("audit_events.action = ?", $0.rawValue) },
            query.subject.map { SQLiteCondition("audit_events.record_kind = ?", $0.kind.rawValue) },
            query.subject.map { SQLiteCondition("audit_events.record_id = ?", $0.number) },
            query.from.map { SQLiteCondition("\(at) >= ?", $0.microseconds) },
            query.to.map { SQLiteCondition("\(at) < ?", $0.microseconds) },
        ]
        let conditions = asked.reduce(SQLiteConditions(SQLiteCondition("TRUE"))) { $0.adding($1) }
        let from =
            isByPatient
            ? "audit_event_patients AS p CROSS JOIN audit_events ON audit_events.id = p.event_id" : "audit_events"
        return (from, conditions, { $0 == .at ? at : id })
    }

    private static let misleading = """
        SELECT id FROM (
            SELECT e.id FROM audit_events AS e, json_each(CASE WHEN json_valid(e.patients) THEN e.patients ELSE '[]' END) AS p
            WHERE NOT EXISTS (
                SELECT 1 FROM audit_event_patients AS i
                WHERE i.patient_id = p.value AND i.at = e.at AND i.event_id = e.id)
            UNION
            SELECT i.event_id FROM audit_event_patients AS i
            WHERE NOT EXISTS (
                SELECT 1 FROM audit_events AS e, json_each(CASE WHEN json_valid(e.patients) THEN e.patients ELSE '[]' END) AS p
                WHERE e.id = i.event_id AND e.at = i.at AND p.value = i.patient_id)
        ) WHERE id > 0 LIMIT 100
        """
}
