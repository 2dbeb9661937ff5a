/// Who makes a request: an account that is signed in, and the records it is linked to.
public struct Caller: Equatable, Sendable {
    public let account: AccountID
    public let role: Role
    public let session: SessionID
    /// The doctor record of an account of role `doctor`.
    public let doctor: DoctorID?
    /// The patient record of an account of role `patient`.
    public let patient: PatientID?
    /// When a use of the session was last noted; `nil` when nobody asked.
    public var sessionUsedAt: Instant?
    /// Whether the account's holder has to choose another password first.
    public var mustChangePassword = false
    /// Whether a second factor is asked for when the account signs in.
    public var hasSecondFactor = false
    /// What has to be done before anything else.
    public var duty: Duty?
    /// Where the request comes from.
    public var origin = RequestOrigin.unknown

    public init(
        account: AccountID, role: Role, session: SessionID, doctor: DoctorID? = nil, patient: PatientID? = nil
    ) {
        self.account = account
        self.role = role
        self.session = session
        self.doctor = doctor
        self.patient = patient
    }
}
