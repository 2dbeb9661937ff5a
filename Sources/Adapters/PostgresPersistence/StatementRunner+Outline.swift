import Application
import Domain
import PostgresClient

/// What lists of a table tell of their records without reading them.
struct OutlineColumns {
    /// Whose data a record is; `nil` for records that are about no patient.
    let patient: String?
    /// The columns whose text may be long.
    let longTexts: [String]

    /// The length of a text is kept beside it: nothing long is read for it.
    fileprivate func columns(ordered keys: [String]) -> String {
        let bytes = longTexts.map { "octet_length(\($0))" }.joined(separator: " + ")
        return (["t.id", patient ?? "NULL::bigint", bytes] + keys).joined(separator: ", ")
    }
}

extension StatementRunner {
    /// What a page shows, in the order of the list.
    func outline<Query: ListQuery>(
        _ selection: Selection, _ query: Query, column: (Query.Key) -> String, _ columns: OutlineColumns
    ) async throws(Failure) -> [ListEntry] {
        let keys = query.order.keys.map(\.key)
        var selection = selection
        selection.columns = columns.columns(ordered: keys.map(column))
        return try await list(selection, query, column: column) { row throws(PostgresError) in
            let number = Int64(try row.int())
            let patient: PatientID? = try row.optionalID()
            let bytes = try row.int()
            var values: [SortValue] = []
            for key in keys { values.append(try row.value(of: key.kind)) }
            return ListEntry(number: number, patient: patient, bytes: bytes, values: values)
        }
    }
}

extension ColumnCursor {
    /// What a record has in a key of an order.
    fileprivate mutating func value(of kind: SortValue.Kind) throws(PostgresError) -> SortValue {
        switch kind {
        case .number: .number(Int64(try int()))
        case .text: .text(try string())
        case .instant: .instant(try instant())
        case .date: .date(try birthDate().date)
        }
    }
}
