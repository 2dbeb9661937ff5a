/// The number of a record, given by the store: positive, never used again, and of one kind of record only.
public struct ID<Kind>: Hashable, Comparable, Sendable {
    /// The number as clients see it, at least 1.
    public let number: Int64

    /// - Returns: `nil` for a number below 1, which no record can have.
    public init?(_ number: Int64) {
        guard number > 0 else { return nil }
        self.number = number
    }

    public static func < (left: ID, right: ID) -> Bool { left.number < right.number }
}

public typealias AccountID = ID<Account>
public typealias PatientID = ID<Patient>
public typealias DoctorID = ID<Doctor>
public typealias AssignmentID = ID<Assignment>
public typealias AppointmentID = ID<Appointment>
