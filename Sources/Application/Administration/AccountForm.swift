public import Domain

/// What an administrator's request says about an account, as far as it could be read.
public struct AccountForm: Sendable {
    /// The profile, as far as it could be read; whole when `check` holds no errors, and `nil` without an e-mail address.
    public var profile: Profile?
    public var role: Role?
    public var doctor: DoctorID?
    public var patient: PatientID?
    public var isActive: Bool?
    public var mustChangePassword: Bool?
    public var check: FieldCheck

    public init(
        profile: Profile?, role: Role?, doctor: DoctorID?, patient: PatientID?, isActive: Bool?,
        mustChangePassword: Bool?, check: FieldCheck
    ) {
        self.profile = profile
        self.role = role
        self.doctor = doctor
        self.patient = patient
        self.isActive = isActive
        self.mustChangePassword = mustChangePassword
        self.check = check
    }

    /// Everything that stands against the links: records that do not exist, or belong to another account, and roles that
    /// have none.
    ///
    /// - Parameter present: the account before the request; a link that it has already is not looked at again.
    func linkRefusals(
        _ doctors: any DoctorReader, _ patients: any PatientReader, _ accounts: any AccountReader,
        after present: Account?
    ) async throws(Failure) -> [FieldError] {
        var check = FieldCheck()
        let newDoctor = doctor == present?.doctor ? nil : doctor
        let newPatient = patient == present?.patient ? nil : patient
        if let newDoctor, try await doctors.find(newDoctor) == nil {
            check.refuse(.doctor, .noSuchRecord(String(newDoctor.number)))
        }
        if let newPatient, try await patients.find(newPatient, in: .everything) == nil {
            check.refuse(.patient, .noSuchRecord(String(newPatient.number)))
        }
        for conflict in try await accounts.linked(to: newDoctor, or: newPatient, except: present?.id) {
            check.refuse(conflict == .doctorHasAccount ? .doctor : .patient, .taken(conflict))
        }
        if let role { check.refuse(AccountRules.refusals(of: role, doctor: doctor, patient: patient)) }
        // What could not be read is not missing besides.
        let unread = Set(self.check.errors.map(\.field))
        return check.errors.filter { !unread.contains($0.field) }
    }

    /// The people whom the links concern.
    var doctors: Set<DoctorID> { doctor.map { [$0] } ?? [] }
    var patients: Set<PatientID> { patient.map { [$0] } ?? [] }
}

extension FieldCheck {
    /// Notes several errors.
    mutating func refuse(_ errors: [FieldError]) {
        for error in errors { refuse(error.field, error.reason) }
    }
}
