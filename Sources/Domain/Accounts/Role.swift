/// What an account is for, with the code under which it is written down.
public enum Role: String, Sendable, CaseIterable {
    /// The front desk; what a registration makes.
    case staff
    /// A doctor; linked to a doctor record.
    case doctor
    /// A patient; linked to a patient record.
    case patient
    /// Manages everything.
    case admin
}
