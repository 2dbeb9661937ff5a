/// Who makes a request: an account that is signed in, and the records it is linked to.
public struct Caller: Equatable, Sendable {
    public let account: AccountID
    public let role: Role
    public let session: SessionID
    /// The doctor record of an account of role `doctor`.
    public let doctor: DoctorID?
    /// The patient record of an account of role `patient`.
    public let patient: PatientID?
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
