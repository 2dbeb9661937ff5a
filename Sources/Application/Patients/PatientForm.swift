public import Domain

/// What a request says about a patient, as far as it could be read.
public struct PatientForm: Sendable {
    /// The e-mail address that the patient claims, when it could be read, so that its being taken is answered together
    /// with other faults.
    public var claimedEmail: EmailAddress?
    /// All of it; `nil` only when `check` holds errors.
    public var details: PatientDetails?
    public var check: FieldCheck

    public init(claimedEmail: EmailAddress?, details: PatientDetails?, check: FieldCheck) {
        self.claimedEmail = claimedEmail
        self.details = details
        self.check = check
    }

    /// The details, when nothing is wrong with them and no other patient claims their e-mail address.
    func accepted(by patients: any PatientReader, except own: PatientID?) async throws(Failure) -> PatientDetails {
        var check = check
        if let claimedEmail, try await patients.isEmailClaimed(claimedEmail, except: own) {
            check.refuse(.email, .taken(.patientEmailTaken))
        }
        guard check.errors.isEmpty, let details else { throw .invalid(check.errors) }
        return details
    }
}
