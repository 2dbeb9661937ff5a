/// A time at which a doctor sees a patient.
public struct Appointment: Equatable, Sendable {
    public let id: AppointmentID
    public var details: AppointmentDetails
    /// The account that booked it.
    public let createdBy: AccountID
    public let createdAt: Instant
    public var updatedAt: Instant

    public init(
        id: AppointmentID, details: AppointmentDetails, createdBy: AccountID, createdAt: Instant, updatedAt: Instant
    ) {
        self.id = id
        self.details = details
        self.createdBy = createdBy
        self.createdAt = createdAt
        self.updatedAt = updatedAt
    }
}

/// What people enter about an appointment.
public struct AppointmentDetails: Equatable, Sendable {
    public var doctor: DoctorID
    public var patient: PatientID
    public var slot: Slot
    public var reason: FreeText?
    public var notes: FreeText?
    public var status: AppointmentStatus

    public init(
        doctor: DoctorID, patient: PatientID, slot: Slot, reason: FreeText? = nil, notes: FreeText? = nil,
        status: AppointmentStatus = .scheduled
    ) {
        self.doctor = doctor
        self.patient = patient
        self.slot = slot
        self.reason = reason
        self.notes = notes
        self.status = status
    }

    /// Whether the diary has to accept this, coming from `previous` (`nil` for a new appointment).
    ///
    /// It is asked when time begins to be held, and when doctor, patient or time of a holder of time change.
    public func needsDiary(after previous: AppointmentDetails?) -> Bool {
        guard status.holdsTime else { return false }
        guard let previous, previous.status.holdsTime else { return true }
        return doctor != previous.doctor || patient != previous.patient || slot != previous.slot
    }

    /// Whether nothing but the status differs.
    public func differsOnlyInStatus(from other: AppointmentDetails) -> Bool {
        var copy = self
        copy.status = other.status
        return copy == other
    }
}
