import Application
import Domain
import GRDB

/// The audit trail in SQLite, for those who look at it.
struct SQLiteAuditReader: AuditReader {
    let access: any SQLiteAccess

    func list(_ query: AuditQuery) async throws(Failure) -> [KeptAuditEntry] {
        try await access.runLong { db in try SQLiteAuditReader.page(query, .entry, in: db) }
    }

    func outline(_ query: AuditQuery) async throws(Failure) -> [ListEntry] {
        try await access.runLong { db in
            try SQLiteAuditReader.page(query, .outline(ordered: query.order), in: db)
        }
    }

    func find(_ ids: Set<AuditEventID>) async throws(Failure) -> [KeptAuditEntry] {
        try await access.runLong { db in
            try db.all(SQLiteAuditReader.selectionOfMany, [ids.jsonArray()], SQLiteAuditRow.kept)
        }
    }

    private static func page<Row>(
        _ query: AuditQuery, _ form: SQLiteAuditForm<Row>, in db: Database
    ) throws -> [Row] {
        let rows =
            if let trail = SQLitePatientTrail(query) {
                try trail.page(in: db, form)
            } else {
                try db.auditEntries(.all, SQLiteConditions(query, .all), query, limit: max(0, query.page.size), form)
            }
        return query.isBackwards ? rows.reversed() : rows
    }

    private static let selectionOfMany = """
        SELECT \(SQLiteAuditRow.columns) FROM audit_events
        WHERE audit_events.id IN (SELECT value FROM json_each(?)) AND \(SQLiteAuditRow.ofSomeTime)
        """

    func count(_ query: AuditQuery) async throws(Failure) -> Int {
        try await access.runLong { db in
            if let trail = SQLitePatientTrail(query) { return try trail.count(in: db) }
            return try db.countOfAuditEntries(.all, SQLiteConditions(query, .all))
        }
    }

    func links(after place: AuditPlace?, limit: Int) async throws(Failure) -> [KeptChainLink] {
        try await access.runLong { db in
            let beyond = place.map {
                SQLiteCondition("(chain, sequence, id) > (?, ?, ?)", $0.chain.text, $0.sequence, $0.id)
            }
            let conditions = SQLiteConditions(SQLiteCondition(SQLiteAuditRow.readable)).adding(beyond)
            let sql = """
                SELECT \(SQLiteAuditRow.linkColumns) FROM audit_events WHERE \(conditions.sql)
                ORDER BY chain, sequence, id LIMIT ?
                """
            return try db.all(sql, conditions.values + [limit], SQLiteAuditRow.link)
        }
    }

    func heads(after number: Int64, limit: Int) async throws(Failure) -> [KeptAuditHead] {
        try await access.runLong { db in
            try db.all(
                "SELECT id, CAST(text AS BLOB) FROM audit_heads WHERE id > ? ORDER BY id LIMIT ?", [number, limit]
            ) { row in
                // All of it: a text ends at a NUL for whom asks SQLite for a text.
                KeptAuditHead(id: try row.integer(), text: String(decoding: try row.bytes(), as: UTF8.self))
            }
        }
    }

    func newestHead() async throws(Failure) -> KeptAuditHead? {
        try await access.run { db in
            try db.first("SELECT id, CAST(text AS BLOB) FROM audit_heads ORDER BY id DESC LIMIT 1", []) { row in
                KeptAuditHead(id: try row.integer(), text: String(decoding: try row.bytes(), as: UTF8.self))
            }
        }
    }

    func newestLinks(limit: Int) async throws(Failure) -> [KeptChainLink] {
        try await access.runLong { db in
            let sql = """
                SELECT \(SQLiteAuditRow.linkColumns) FROM audit_events WHERE \(SQLiteAuditRow.readable)
                ORDER BY id DESC LIMIT ?
                """
            return try db.all(sql, [limit], SQLiteAuditRow.link)
        }
    }

    func links(at places: [ChainPlace]) async throws(Failure) -> [KeptChainLink] {
        // Names of chains are of hexadecimal digits.
        let json = "[" + places.map { "[\"\($0.chain.text)\",\($0.sequence)]" }.joined(separator: ",") + "]"
        return try await access.runLong { db in
            try db.all(SQLiteAuditReader.linksAt, [json], SQLiteAuditRow.link)
        }
    }

    func wronglyIndexed() async throws(Failure) -> [AuditEventID] {
        try await access.runLong { db in
            try db.all(SQLiteAuditReader.misleading, []) { row in try row.id() }
        }
    }

    func impossible() async throws(Failure) -> [Int64] {
        try await access.runLong { db in
            let sql = "SELECT id FROM audit_events WHERE NOT (\(SQLiteAuditRow.readable)) LIMIT 100"
            return try db.all(sql, []) { row in try row.integer() }
        }
    }

    private static let linksAt = """
        SELECT \(SQLiteAuditRow.linkColumns) FROM audit_events
        WHERE (chain, sequence) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?)) AND \(SQLiteAuditRow.readable)
        """

    /// Entries about a patient, or a patient's record, that the index does not have at their time. What it has too much
    /// misleads nobody.
    private static let misleading = """
        WITH missing (moment, term) AS (
            SELECT e.at, p.value
            FROM audit_events AS e, json_each(CASE WHEN json_valid(e.patients) THEN e.patients ELSE '[]' END) AS p
            UNION ALL
            SELECT at, 'p' || record_id FROM audit_events WHERE \(SQLitePatientTrail.isRecord)
            EXCEPT
            SELECT doc, CASE WHEN term LIKE 'p%' THEN term ELSE CAST(term AS INTEGER) END FROM audit_patient_entries
            ORDER BY 1, 2
        )
        SELECT DISTINCT audit_events.id FROM missing CROSS JOIN audit_events ON audit_events.at = missing.moment
        WHERE audit_events.id > 0 AND (
            instr(\(SQLitePatientTrail.patients), ',' || missing.term || ',') > 0
            OR \(SQLitePatientTrail.isRecord) AND 'p' || record_id = missing.term)
        LIMIT 100
        """
}
