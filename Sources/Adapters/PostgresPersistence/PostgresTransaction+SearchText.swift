import Domain
import PostgresClient

extension PostgresTransaction {
    /// Writes the text to search in of all records of a table again, so many at a time.
    ///
    /// - Parameter text: what it shall be, of what it is.
    func rewriteSearchText(
        of table: String, _ text: (String) -> String = { SearchText.folded($0) }
    ) async throws(Failure) {
        var last: Int64 = 0
        while let next = try await rewriteSearchText(of: table, after: last, text) { last = next }
    }

    /// - Returns: the greatest number that was looked at; `nil` when there was none.
    private func rewriteSearchText(
        of table: String, after last: Int64, _ text: (String) -> String
    ) async throws(Failure) -> Int64? {
        let select = "SELECT id, search_text FROM \(table) WHERE id > $1 ORDER BY id LIMIT 1000"
        let rows = try await all(PostgresStatement(sql: select), [.int64(last)]) { row throws(PostgresError) in
            (id: Int64(try row.int()), text: try row.string())
        }
        let changed = rows.map { (id: $0.id, text: text($0.text), stored: $0.text) }
            .filter { $0.text != $0.stored }
        if !changed.isEmpty {
            let update = """
                UPDATE \(table) AS t
                SET search_text = new.text
                FROM unnest($1::bigint[], $2::text[]) AS new (id, text)
                WHERE t.id = new.id
                """
            try await change(
                PostgresStatement(sql: update), [.int64s(changed.map(\.id)), .texts(changed.map(\.text))])
        }
        return rows.last?.id
    }
}
