/// A doctor's care for a patient ("mapping" to the outside). A patient and a doctor are mapped at most once.
public struct Assignment: Equatable, Sendable {
    public let id: AssignmentID
    public var details: AssignmentDetails
    /// The account that made the mapping.
    public let assignedBy: AccountID
    public let assignedAt: Instant
    public var updatedAt: Instant

    public init(
        id: AssignmentID, details: AssignmentDetails, assignedBy: AccountID, assignedAt: Instant, updatedAt: Instant
    ) {
        self.id = id
        self.details = details
        self.assignedBy = assignedBy
        self.assignedAt = assignedAt
        self.updatedAt = updatedAt
    }
}

/// What people enter about a mapping.
public struct AssignmentDetails: Equatable, Sendable {
    public var patient: PatientID
    public var doctor: DoctorID
    public var status: AssignmentStatus
    public var notes: FreeText?
    public var reason: FreeText?

    public init(
        patient: PatientID, doctor: DoctorID, status: AssignmentStatus = .active, notes: FreeText? = nil,
        reason: FreeText? = nil
    ) {
        self.patient = patient
        self.doctor = doctor
        self.status = status
        self.notes = notes
        self.reason = reason
    }
}
