public import Domain

/// What a request says about a doctor, as far as it could be read.
public struct DoctorForm: Sendable {
    /// The licence, when it could be read, so that its being taken is answered together with other faults.
    public var license: LicenseNumber?
    /// The e-mail address, likewise.
    public var email: EmailAddress?
    /// All of it; `nil` only when `check` holds errors.
    public var details: DoctorDetails?
    public var check: FieldCheck

    public init(license: LicenseNumber?, email: EmailAddress?, details: DoctorDetails?, check: FieldCheck) {
        self.license = license
        self.email = email
        self.details = details
        self.check = check
    }

    /// The details, when nothing is wrong with them and no other doctor has their licence or e-mail address.
    func accepted(by doctors: any DoctorReader, except own: DoctorID?) async throws(Failure) -> DoctorDetails {
        var check = check
        for conflict in try await doctors.taken(license: license, email: email, except: own) {
            check.refuse(conflict == .licenseTaken ? .licenseNumber : .email, .taken(conflict))
        }
        guard check.errors.isEmpty, let details else { throw .invalid(check.errors) }
        return details
    }
}
