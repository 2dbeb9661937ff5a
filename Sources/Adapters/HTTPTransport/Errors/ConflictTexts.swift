package import Domain

extension Conflict {
    /// The text that clients know; that of the first refusal for a diary.
    package var text: String {
        switch self {
        case .usernameTaken: "A user with that username already exists."
        case .accountEmailTaken: "This field must be unique."
        case .doctorHasAccount: "user with this doctor already exists."
        case .patientHasAccount: "user with this patient already exists."
        case .patientEmailTaken: "patient with this email already exists."
        case .licenseTaken: "doctor with this license number already exists."
        case .doctorEmailTaken: "doctor with this email already exists."
        case .alreadyAssigned: "The fields patient, doctor must make a unique set."
        case .statusAndActivityDisagree: "The fields status, is_active must agree."
        case .secondFactorPresent: "Two-step sign-in is set up already."
        case .secondFactorAbsent: "Two-step sign-in is not set up."
        case .diary(let refusals): refusals.first?.text ?? ""
        }
    }

    /// The member under which it is answered; `nil` for a rule across members.
    package var field: Field? {
        switch self {
        case .usernameTaken: .username
        case .accountEmailTaken, .patientEmailTaken, .doctorEmailTaken: .email
        case .doctorHasAccount: .doctor
        case .patientHasAccount: .patient
        case .licenseTaken: .licenseNumber
        case .alreadyAssigned, .statusAndActivityDisagree, .secondFactorPresent, .secondFactorAbsent, .diary: nil
        }
    }
}

extension DiaryRefusal {
    package var text: String {
        switch self {
        case .doctorConflict: "Doctor already has an appointment at this time."
        case .patientConflict: "Patient already has an appointment at this time."
        case .dayFull: "Doctor has no free appointments on this day."
        case .doctorUnavailable: "Doctor is not available."
        }
    }

    /// What programs tell refusals apart by.
    package var code: String {
        switch self {
        case .doctorConflict: "doctor_conflict"
        case .patientConflict: "patient_conflict"
        case .dayFull: "day_full"
        case .doctorUnavailable: "doctor_unavailable"
        }
    }
}
