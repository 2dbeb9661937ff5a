/// Rules between records that a request can break. Each is kept by a named constraint of the store.
public enum Conflict: Equatable, Sendable {
    /// Another account has this user name, in whatever case.
    case usernameTaken
    /// Another account has this e-mail address, in whatever case.
    case accountEmailTaken
    /// Another account is linked to this doctor.
    case doctorHasAccount
    /// Another account is linked to this patient.
    case patientHasAccount
    /// Another patient claims this e-mail address.
    case patientEmailTaken
    /// Another doctor has this licence.
    case licenseTaken
    /// Another doctor has this e-mail address.
    case doctorEmailTaken
    /// The patient and the doctor are mapped already.
    case alreadyAssigned
    /// A mapping's status and its activity were both sent and contradict each other.
    case statusAndActivityDisagree
    /// The account has a second factor already.
    case secondFactorPresent
    /// The account has no second factor, or none that waits for its first code.
    case secondFactorAbsent
    /// The diary refused an appointment, for all of these reasons, most important first; never empty.
    case diary([DiaryRefusal])
}
