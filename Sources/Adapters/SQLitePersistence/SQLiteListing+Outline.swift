import Application
import Domain
import GRDB

extension SQLiteListing {
    /// What the page shows, in the order of the list.
    ///
    /// - Parameters:
    ///   - patient: the column that says whose data a record is; `nil` for records that are about no patient.
    ///   - longTexts: the columns whose text may be long.
    func outline(
        in db: Database, few: Int, patient: String?, longTexts: [String]
    ) throws -> [ListEntry] {
        let keys = query.order.keys.map(\.key)
        let bytes = longTexts.map { "length(CAST(\(table).\($0) AS BLOB))" }.joined(separator: " + ")
        let columns = ["\(table).id", patient.map { "\(table).\($0)" } ?? "NULL", bytes] + keys.map(column)
        return try rows(columns.joined(separator: ", "), in: db, few: few) { row in
            let number = try row.integer()
            let patient: PatientID? = row.optionalID()
            let bytes = Int(try row.integer())
            let values = try keys.map { try row.value(of: $0.kind) }
            return ListEntry(number: number, patient: patient, bytes: bytes, values: values)
        }
    }
}

extension SQLiteRowReader {
    /// What a record has in a key of an order.
    fileprivate mutating func value(of kind: SortValue.Kind) throws -> SortValue {
        switch kind {
        case .number: .number(try integer())
        case .text: .text(try string())
        case .instant: .instant(try instant())
        case .date: .date(try birthDate().date)
        }
    }
}
