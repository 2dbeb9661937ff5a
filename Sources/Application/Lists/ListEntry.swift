public import Domain

/// What has to be known of a record in a list before it is read: enough to note that it is shown, to tell where the page
/// ends, and how much memory it takes.
public struct ListEntry: Equatable, Sendable {
    /// The record's number.
    public let number: Int64
    /// Whose data it is; `nil` for records that are about no patient.
    public let patient: PatientID?
    /// How many bytes its long texts have; those that are never long do not count.
    public let bytes: Int
    /// What the record has in each key of the list's order.
    public let values: [SortValue]

    public init(number: Int64, patient: PatientID?, bytes: Int, values: [SortValue]) {
        self.number = number
        self.patient = patient
        self.bytes = bytes
        self.values = values
    }

    /// The same with more bytes, of what is shown beside the record.
    func adding(bytes more: Int) -> ListEntry {
        ListEntry(number: number, patient: patient, bytes: bytes + more, values: values)
    }

    var withoutValues: ListEntry { ListEntry(number: number, patient: patient, bytes: bytes, values: []) }
}
