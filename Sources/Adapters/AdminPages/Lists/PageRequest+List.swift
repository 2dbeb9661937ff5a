import Application
import Domain
import HTTPTransport

extension PageRequest {
    /// Whether all rows are asked for as a file.
    var asksForCSV: Bool { exchange.query["format"] == "csv" }

    /// All rows that a query finds, page by page, as a file.
    ///
    /// - Parameters:
    ///   - shape: says which columns there are, and what stands in them.
    ///   - list: reads a page.
    func export<Query: ListQuery, Record: Sendable>(
        _ name: StaticString, _ query: Query, _ shape: Shape<Record>,
        _ list: @Sendable (Query) async throws(Failure) -> ListPage<Record, Query.Key>
    ) async throws(Failure) -> Answer {
        let names = shape.memberNames
        var (csv, count, query) = (CSV(names), 0, query)
        query.page.size = ListLimit.standard
        query.page.position = nil
        while count < ExportLimit.rows {
            let page = try await list(query)
            for row in page.rows {
                let values = shape.values(of: row)
                csv.append(names.map { values[$0].map(FormValues.text) ?? "" })
            }
            count += page.rows.count
            guard let next = page.next else { break }
            query.page.position = next
        }
        return csv.answer(name)
    }
}
