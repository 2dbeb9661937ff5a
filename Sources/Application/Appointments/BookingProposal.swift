public import Domain

/// An appointment that somebody thinks of booking, or of moving to where this says.
public struct BookingProposal: Equatable, Sendable {
    public var doctor: DoctorID
    public var patient: PatientID
    public var slot: Slot
    /// The appointment that is to be moved; `nil` for a new one.
    public var moved: AppointmentID?

    public init(doctor: DoctorID, patient: PatientID, slot: Slot, moved: AppointmentID? = nil) {
        self.doctor = doctor
        self.patient = patient
        self.slot = slot
        self.moved = moved
    }
}
