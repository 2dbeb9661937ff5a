/// Somebody who is treated by the clinic.
public struct Patient: Equatable, Sendable {
    public let id: PatientID
    public var details: PatientDetails
    /// The account that registered the patient.
    public let createdBy: AccountID
    public let createdAt: Instant
    public var updatedAt: Instant

    public init(
        id: PatientID, details: PatientDetails, createdBy: AccountID, createdAt: Instant, updatedAt: Instant
    ) {
        self.id = id
        self.details = details
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
