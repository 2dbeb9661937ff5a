import Application
import Domain
import GRDB

extension SQLiteListing {
    /// What the page shows, in the order of the list.
    ///
    /// - Parameters:
    ///   - patient: the column that says whose data a record is; `nil` for records that are about no patient.
    ///   - longTexts: the columns whose text may be long.
    ///   - more: how many bytes are shown besides.
    func outline(
        in db: Database, few: Int, patient: String?, longTexts: [String], more: String = "0"
    ) throws -> [ListEntry] {
        let keys = query.order.keys.map(\.key)
        let bytes = "\(SQLiteLongTexts.bytes(of: longTexts, in: table)) + \(more)"
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

/// Texts that may be long.
enum SQLiteLongTexts {
    static let patient = ["address", "medical_history", "allergies", "current_medications"]
    static let doctor = ["address", "education", "certifications"]

    /// How many bytes they have together.
    static func bytes(of columns: [String], in table: String) -> String {
        columns.map { "length(CAST(\(table).\($0) AS BLOB))" }.joined(separator: " + ")
    }
}

extension SQLiteRowReader {
    /// What a record has in a key of an order.
    mutating func value(of kind: SortValue.Kind) throws -> SortValue {
        switch kind {
        case .number: .number(try integer())
        case .text: .text(try string())
        case .instant: .instant(try instant())
        case .date: .date(try birthDate().date)
        }
    }
}
