package import Application
package import Domain

extension BodyReader {
    /// What a body says about a doctor.
    ///
    /// - Parameter present: the details before the request, which members that were not sent keep.
    package mutating func doctorForm(over present: DoctorDetails?) -> DoctorForm {
        let license = onceKnown(DoctorFields.licenseNumber, or: present?.licenseNumber)
        let email = value(DoctorFields.email, or: present?.email)
        let required = requiredDetails(license: license, email: email, over: present)
        let details = optionalDetails(of: required, over: present)
        return DoctorForm(license: license, email: email, details: check.errors.isEmpty ? details : nil, check: check)
    }

    private mutating func requiredDetails(
        license: LicenseNumber?, email: EmailAddress?, over present: DoctorDetails?
    ) -> DoctorDetails? {
        let firstName = value(DoctorFields.firstName, or: present?.firstName)
        let lastName = value(DoctorFields.lastName, or: present?.lastName)
        let specialization = value(DoctorFields.specialization, or: present?.specialization)
        let phoneNumber = onceKnown(DoctorFields.phoneNumber, or: present?.phoneNumber)
        let gender = value(DoctorFields.gender, or: present?.gender)
        guard let firstName, let lastName, let specialization, let email, let gender else { return nil }
        return DoctorDetails(
            firstName: firstName, lastName: lastName, specialization: specialization, licenseNumber: license,
            phoneNumber: phoneNumber, email: email, gender: gender)
    }

    private mutating func optionalDetails(of required: DoctorDetails?, over present: DoctorDetails?) -> DoctorDetails? {
        let address = optional(DoctorFields.address, or: present?.address)
        let dateOfBirth = optional(DoctorFields.dateOfBirth, or: present?.dateOfBirth)
        let years = value(DoctorFields.yearsOfExperience, or: present?.yearsOfExperience)
        let education = optional(DoctorFields.education, or: present?.education)
        let certifications = optional(DoctorFields.certifications, or: present?.certifications)
        let languages = optional(DoctorFields.languagesSpoken, or: present?.languagesSpoken)
        let fee = optional(DoctorFields.consultationFee, or: present?.consultationFee)
        let isAvailable = value(DoctorFields.isAvailable, or: present?.isAvailable)
        let cap = optional(DoctorFields.maximumAppointmentsPerDay, or: present?.maximumAppointmentsPerDay)
        guard var details = required, let years, let isAvailable else { return nil }
        details.address = address
        details.dateOfBirth = dateOfBirth
        details.yearsOfExperience = years
        details.education = education
        details.certifications = certifications
        details.languagesSpoken = languages
        details.consultationFee = fee
        details.isAvailable = isAvailable
        details.maximumAppointmentsPerDay = cap
        return details
    }
}
