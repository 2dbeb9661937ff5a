/// The record that an event of the audit trail is about.
public struct AuditSubject: Hashable, Sendable {
    public let kind: RecordKind
    public let number: Int64

    public init(_ patient: PatientID) { self.init(.patient, patient) }
    public init(_ doctor: DoctorID) { self.init(.doctor, doctor) }
    public init(_ assignment: AssignmentID) { self.init(.assignment, assignment) }
    public init(_ appointment: AppointmentID) { self.init(.appointment, appointment) }
    public init(_ account: AccountID) { self.init(.account, account) }

    /// - Parameter kind: what the number is a number of, for those who have the two apart.
    public init<Kind>(_ kind: RecordKind, _ id: ID<Kind>) {
        self.init(kind, number: id.number)
    }

    /// What was kept of one.
    public init(_ kind: RecordKind, number: Int64) {
        self.kind = kind
        self.number = number
    }
}
