import Application
import Domain
import PostgresClient

/// The audit trail in PostgreSQL, for those who look at it.
struct PostgresAuditReader: AuditReader {
    let runner: any StatementRunner

    func list(_ query: AuditQuery) async throws(Failure) -> [KeptAuditEntry] {
        guard let selection = selection(query) else { return [] }
        return try await runner.list(selection, query, column: column, PostgresAuditRows.kept)
    }

    func outline(_ query: AuditQuery) async throws(Failure) -> [ListEntry] {
        guard let selection = selection(query) else { return [] }
        return try await runner.outline(selection, query, column: column, PostgresAuditRows.outline) { key in
            switch key {
            case .id: "t.id"
            case .at: AuditStatements.at
            }
        }
    }

    func find(_ ids: Set<AuditEventID>) async throws(Failure) -> [KeptAuditEntry] {
        try await runner.all(AuditStatements.findMany, [.ids(ids)], PostgresAuditRows.kept)
    }

    func count(_ query: AuditQuery) async throws(Failure) -> Int {
        guard let selection = selection(query) else { return 0 }
        return try await runner.count(selection)
    }

    func links(after place: AuditPlace?, limit: Int) async throws(Failure) -> [KeptChainLink] {
        guard let place else {
            return try await runner.all(AuditStatements.firstLinks, [.int64(Int64(limit))], PostgresAuditRows.link)
        }
        let values: [PostgresValue] = [
            .int64(Int64(limit)), .text(place.chain.text), .int64(place.sequence), .int64(place.id),
        ]
        return try await runner.all(AuditStatements.linksAfter, values, PostgresAuditRows.link)
    }

    func heads(after number: Int64, limit: Int) async throws(Failure) -> [KeptAuditHead] {
        try await runner.all(AuditStatements.heads, [.int64(number), .int64(Int64(limit))], PostgresAuditRows.head)
    }

    func newestHead() async throws(Failure) -> KeptAuditHead? {
        try await runner.first(AuditStatements.newestHead, [], PostgresAuditRows.head)
    }

    func newestLinks(limit: Int) async throws(Failure) -> [KeptChainLink] {
        try await runner.all(AuditStatements.newestLinks, [.int64(Int64(limit))], PostgresAuditRows.link)
    }

    func links(at places: [ChainPlace]) async throws(Failure) -> [KeptChainLink] {
        let values: [PostgresValue] = [.texts(places.map(\.chain.text)), .int64s(places.map(\.sequence))]
        return try await runner.all(AuditStatements.linksAt, values, PostgresAuditRows.link)
    }

    /// The index is PostgreSQL's own.
    func wronglyIndexed() async throws(Failure) -> [AuditEventID] { [] }

    func impossible() async throws(Failure) -> [Int64] {
        try await runner.all(AuditStatements.impossible, []) { row throws(PostgresError) in Int64(try row.int()) }
    }

    private func selection(_ query: AuditQuery) -> Selection? {
        let actions = query.actions.map(\.rawValue).sorted()
        // Each of several has its place in an index; but with a patient, that one's events are few.
        let isSplit = actions.count > 1 && query.patient == nil && query.subject?.kind != .patient
        var selection = Selection(
            "t.id, \(AuditStatements.entryColumns)", from: "audit_events",
            in: isSplit ? .anyOf(actions.map { Condition("t.action = ?", .text($0)) }) : .everything,
            marksDeleted: false)
        selection?.require(Condition(AuditStatements.isNumbered))
        selection?.require("t.account_id = ?", query.account.map { .id($0) })
        selection?.require("t.patients @> ?", query.patient.map { .int64s([$0.number]) })
        for condition in query.subject.map(about) ?? [] { selection?.require(condition) }
        if !isSplit, actions.count > 1 { selection?.require(Condition("t.action = ANY (?::text[])", .texts(actions))) }
        if actions.count == 1 { selection?.require(Condition("t.action = ?", .text(actions[0]))) }
        selection?.require("t.at >= ?", query.from.map { .instant($0) })
        selection?.require("t.at < ?", query.to.map { .instant($0) })
        return selection
    }

    /// A patient's record is found by the index by patient, all others by theirs.
    private func about(_ subject: AuditSubject) -> [Condition] {
        guard subject.kind != .patient else {
            return [Condition("\(AuditStatements.patientsRecord) @> ?", .int64s([subject.number]))]
        }
        return [
            Condition("t.record_kind = ?", .code(subject.kind)), Condition(AuditStatements.isNoPatientsRecord),
            Condition("t.record_id = ?", .int64(subject.number)),
        ]
    }

    private func column(_ key: AuditSortKey) -> String {
        switch key {
        case .id: "t.id"
        case .at: "t.at"
        }
    }
}
