import Application
import Domain
import HTTPTransport
import HTTPTypes

extension PageRequest {
    /// Whether all rows are asked for as a file.
    var asksForCSV: Bool { exchange.query["format"] == "csv" }

    /// All rows that a query finds, page by page, as a file; a page that says so when there are more than a file holds.
    ///
    /// - Parameters:
    ///   - shape: says which columns there are, and what stands in them.
    ///   - list: reads a page.
    /// - Throws: `busy` while other files are made, and what `list` throws.
    func export<Query: ListQuery, Record: Sendable>(
        _ name: StaticString, _ query: Query, _ shape: Shape<Record>,
        _ list: @Sendable (Query) async throws(Failure) -> ListPage<Record, Query.Key>
    ) async throws(Failure) -> Answer {
        let exports = visit.settings.exports
        try exports.begin()
        defer { exports.end() }
        // The connection's event loop has others to serve while so much is written.
        let csv = try await withTaskExecutorPreference(globalConcurrentExecutor) { () async throws(Failure) -> CSV? in
            try await shape.file(of: query, atMost: exports.mostBytes, list)
        }
        return csv?.answer(name) ?? problemPage(.listTooLong, status: .badRequest)
    }
}

extension Shape where Record: Sendable {
    /// The file of all rows; `nil` when it would be longer than so many bytes.
    fileprivate func file<Query: ListQuery>(
        of query: Query, atMost limit: Int,
        _ list: @Sendable (Query) async throws(Failure) -> ListPage<Record, Query.Key>
    ) async throws(Failure) -> CSV? {
        let names = memberNames
        var (csv, query) = (CSV(names), query)
        query.page.size = ListLimit.standard
        query.page.position = nil
        while csv.bytes.count <= limit {
            let page = try await list(query)
            for row in page.rows {
                let values = self.values(of: row)
                csv.append(names.map { values[$0].map(FormValues.text) ?? "" })
            }
            guard let next = page.next else { return csv.bytes.count <= limit ? csv : nil }
            query.page.position = next
        }
        return nil
    }
}
