import Domain
import PostgresClient

extension PostgresTransaction {
    /// Folds the text to search in of all records of a table again, so many at a time.
    func foldSearchText(of table: String) async throws(Failure) {
        var last: Int64 = 0
        while let next = try await foldSearchText(of: table, after: last) { last = next }
    }

    /// - Returns: the greatest number that was looked at; `nil` when there was none.
    private func foldSearchText(of table: String, after last: Int64) async throws(Failure) -> Int64? {
        let select = "SELECT id, search_text FROM \(table) WHERE id > $1 ORDER BY id LIMIT 1000"
        let rows = try await all(PostgresStatement(sql: select), [.int64(last)]) { row throws(PostgresError) in
            (id: Int64(try row.int()), text: try row.string())
        }
        let changed = rows.map { (id: $0.id, text: SearchText.folded($0.text), stored: $0.text) }
            .filter { $0.text != $0.stored }
        if !changed.isEmpty {
            let update = """
                UPDATE \(table) AS t
                SET search_text = folded.text
                FROM unnest($1::bigint[], $2::text[]) AS folded (id, text)
                WHERE t.id = folded.id
                """
            try await change(
                PostgresStatement(sql: update), [.int64s(changed.map(\.id)), .texts(changed.map(\.text))])
        }
        return rows.last?.id
    }
}
