import Application
import Domain
import PostgresClient

/// What lists of a table tell of their records without reading them.
struct OutlineColumns {
    /// Whose data a record is; `nil` for records that are about no patient.
    let patient: String?
    /// How many bytes its long texts have.
    let bytes: String

    init(patient: String?, bytes: String) {
        self.patient = patient
        self.bytes = bytes
    }

    /// - Parameter longTexts: the columns whose text may be long.
    init(patient: String?, longTexts: [String]) {
        self.init(patient: patient, bytes: OutlineColumns.bytes(of: longTexts))
    }

    /// The length of a text is kept beside it: nothing long is read for it.
    static func bytes(of longTexts: [String]) -> String {
        longTexts.map { "octet_length(\($0))" }.joined(separator: " + ")
    }

    fileprivate func columns(ordered keys: [String]) -> String {
        (["t.id", patient ?? "NULL::bigint", bytes] + keys).joined(separator: ", ")
    }
}

extension StatementRunner {
    /// What a page shows, in the order of the list.
    ///
    /// - Parameter value: how what a record has in a key is read, where that is not its column.
    func outline<Query: ListQuery>(
        _ selection: Selection, _ query: Query, column: (Query.Key) -> String, _ columns: OutlineColumns,
        value: ((Query.Key) -> String)? = nil
    ) async throws(Failure) -> [ListEntry] {
        let keys = query.order.keys.map(\.key)
        var selection = selection
        selection.columns = columns.columns(ordered: keys.map { value?($0) ?? column($0) })
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
