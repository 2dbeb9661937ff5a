import Domain

/// How the rows of a list are read by the numbers of their records, and what a `ListEntry` says of each.
struct RowReader<Row: Sendable>: Sendable {
    let number: @Sendable (Row) -> Int64
    /// Whose data a row is.
    let patient: @Sendable (Row) -> PatientID?
    /// How many bytes the long texts of some rows have. Of all at once, so that no row is copied for it.
    let bytes: @Sendable ([Row]) -> Int
    /// The rows of records with these numbers, in any order, as far as the caller may see them.
    let find: @Sendable ([Int64]) async throws(Failure) -> [Row]

    /// - Parameter bytes: how many bytes the long texts of a row have.
    @inline(__always)
    init(
        number: @escaping @Sendable (Row) -> Int64, patient: @escaping @Sendable (Row) -> PatientID?,
        bytes: @escaping @Sendable (Row) -> Int, find: @escaping @Sendable ([Int64]) async throws(Failure) -> [Row]
    ) {
        self.number = number
        self.patient = patient
        self.bytes = { rows in
            var sum = 0
            for index in rows.indices { sum += bytes(rows[index]) }
            return sum
        }
        self.find = find
    }

    /// What is known of a row without what it has in the list's order.
    func entry(_ row: Row) -> ListEntry {
        ListEntry(number: number(row), patient: patient(row), bytes: bytes([row]), values: [])
    }
}
