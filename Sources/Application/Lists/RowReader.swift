import Domain

/// How the rows of a list are read by the numbers of their records, and what a `ListEntry` says of each.
struct RowReader<Row: Sendable>: Sendable {
    let number: @Sendable (Row) -> Int64
    /// Whose data a row is.
    let patient: @Sendable (Row) -> PatientID?
    /// How many bytes its long texts have.
    let bytes: @Sendable (Row) -> Int
    /// The rows of records with these numbers, in any order, as far as the caller may see them.
    let find: @Sendable ([Int64]) async throws(Failure) -> [Row]

    /// What is known of a row without what it has in the list's order.
    func entry(_ row: Row) -> ListEntry {
        ListEntry(number: number(row), patient: patient(row), bytes: bytes(row), values: [])
    }
}
