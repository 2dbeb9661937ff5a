/// Somebody who treats patients.
public struct Doctor: Equatable, Sendable {
    public let id: DoctorID
    public var details: DoctorDetails
    public let createdAt: Instant
    public var updatedAt: Instant

    public init(id: DoctorID, details: DoctorDetails, createdAt: Instant, updatedAt: Instant) {
        self.id = id
        self.details = details
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}
