import Application
import Domain

extension RegistrationForm {
    static let nora = RegistrationForm(
        username: Username(stored: "nora"), email: EmailAddress(stored: "Nora@EXAMPLE.org"), password: .good,
        repeatedPassword: .good, firstName: AccountHolderName(stored: "Nora"),
        lastName: AccountHolderName(stored: "Nightingale"))
}

extension ProfileForm {
    init(_ profile: Profile) { self.init(email: profile.email, profile: profile, check: FieldCheck()) }
}

extension PatientForm {
    init(_ details: PatientDetails) {
        self.init(claimedEmail: details.claimsEmail ? details.email : nil, details: details, check: FieldCheck())
    }
}

extension DoctorForm {
    init(_ details: DoctorDetails) {
        self.init(license: details.licenseNumber, email: details.email, details: details, check: FieldCheck())
    }
}

extension AssignmentForm {
    init(
        _ patient: PatientID?, _ doctor: DoctorID?, previousStatus: AssignmentStatus = .active,
        status: AssignmentStatus? = nil, isActive: Bool? = nil, notes: FreeText? = nil
    ) {
        self.init(
            patient: patient, doctor: doctor, previousStatus: previousStatus, status: status, isActive: isActive,
            notes: notes, reason: nil, check: FieldCheck())
    }

    /// A request that names no status, over these details.
    init(_ details: AssignmentDetails, status: AssignmentStatus? = nil, isActive: Bool? = nil) {
        self.init(
            details.patient, details.doctor, previousStatus: details.status, status: status, isActive: isActive,
            notes: details.notes)
    }
}

extension AppointmentForm {
    init(_ details: AppointmentDetails) {
        self.init(
            doctor: details.doctor, patient: details.patient, start: details.slot.start, length: details.slot.length,
            reason: details.reason, notes: details.notes, status: details.status, check: FieldCheck())
    }

    init(_ patient: PatientID, _ doctor: DoctorID, _ slot: Slot, _ status: AppointmentStatus = .scheduled) {
        self.init(AppointmentDetails(doctor: doctor, patient: patient, slot: slot, status: status))
    }
}
