import Domain
import GRDB

/// How a statement is prepared.
enum SQLitePreparation {
    /// Once for each connection. For texts of which there are few.
    case kept
    /// Anew. For texts that clients can vary at will, which would fill the memory.
    case once
}

extension Database {
    /// The first row, if there is one.
    func first<Value>(_ sql: String, _ values: SQLiteValues, _ read: (inout SQLiteRowReader) throws -> Value) throws
        -> Value?
    {
        let statement = try PreparedStatement(cachedStatement(sql: sql), values, in: self)
        defer { statement.finish() }
        guard try statement.step() else { return nil }
        var row = SQLiteRowReader(statement.pointer)
        return try read(&row)
    }

    /// All rows.
    func all<Value>(
        _ sql: String, _ values: SQLiteValues, prepared preparation: SQLitePreparation = .kept,
        _ read: (inout SQLiteRowReader) throws -> Value
    ) throws -> [Value] {
        let prepared =
            switch preparation {
            case .kept: try cachedStatement(sql: sql)
            case .once: try makeStatement(sql: sql)
            }
        let statement = try PreparedStatement(prepared, values, in: self)
        defer { statement.finish() }
        var result: [Value] = []
        while try statement.step() {
            var row = SQLiteRowReader(statement.pointer)
            result.append(try read(&row))
        }
        return result
    }

    /// Writes, and returns how many rows were changed.
    @discardableResult
    func write(_ sql: String, _ values: SQLiteValues) throws -> Int {
        let statement = try PreparedStatement(cachedStatement(sql: sql), values, in: self)
        defer { statement.finish() }
        while try statement.step() {}
        return changesCount
    }
}

extension Set {
    /// The numbers as a JSON array, of which `json_each` makes rows: one statement for any number of them.
    func jsonArray<Kind>() -> String where Element == ID<Kind> {
        "[" + map { String($0.number) }.joined(separator: ",") + "]"
    }
}

extension Database {
    /// The number of the row that was inserted last.
    func newID<Kind>() throws -> ID<Kind> {
        guard let id = ID<Kind>(lastInsertedRowID) else { throw SQLiteFault.unreadableColumn("id") }
        return id
    }

    /// A statement that inserts rows, with a question mark for each column of each row.
    ///
    /// - Parameter undoing: whether rows are taken back when a later one of the statement is refused. Without it, which is
    ///   for statements whose transaction is lost then, SQLite copies no page before it changes it.
    static func insertion(
        of rows: Int = 1, into table: String, _ columns: [String], undoing: Bool = true
    ) -> String {
        let marks = "(" + columns.map { _ in "?" }.joined(separator: ", ") + ")"
        let all = Array(repeating: marks, count: rows).joined(separator: ", ")
        return "INSERT\(undoing ? "" : " OR FAIL") INTO \(table) (\(columns.joined(separator: ", "))) VALUES \(all)"
    }

    /// The same for a record of a patient, with one question mark more, for the patient's number: who registered the patient
    /// stands in the row from the beginning, so that no trigger has to write it again.
    static func insertion(ofPatientsRecordInto table: String, _ columns: [String]) -> String {
        let marks = columns.map { _ in "?" } + ["(SELECT created_by FROM patients WHERE id = ?)"]
        let names = columns + ["registered_by"]
        return "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks.joined(separator: ", ")))"
    }

    /// A statement that changes a row that is not deleted: a question mark for each column, then one for its number.
    static func change(of table: String, _ columns: [String]) -> String {
        let members = columns.map { "\($0) = ?" }.joined(separator: ", ")
        return "UPDATE \(table) SET \(members) WHERE id = ? AND deleted_at IS NULL"
    }
}
