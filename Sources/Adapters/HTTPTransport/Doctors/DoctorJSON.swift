import Domain

extension JSONWriter {
    /// A doctor as the API shows it.
    mutating func doctor(_ doctor: Doctor) {
        let details = doctor.details
        beginObject()
        member("id", doctor.id.number)
        member("first_name", details.firstName.text)
        member("last_name", details.lastName.text)
        member("specialization", details.specialization.text)
        member("license_number", details.licenseNumber.text)
        member("phone_number", details.phoneNumber.text)
        member("email", details.email.text)
        member("address", details.address?.text ?? "")
        member("gender", details.gender.rawValue)
        member("date_of_birth", details.dateOfBirth?.date)
        member("years_of_experience", details.yearsOfExperience.number)
        member("education", details.education?.text ?? "")
        member("certifications", details.certifications?.text ?? "")
        member("languages_spoken", details.languagesSpoken?.text ?? "")
        member("consultation_fee", details.consultationFee)
        member("is_available", details.isAvailable)
        member("max_appointments_per_day", details.maximumAppointmentsPerDay?.number)
        member("created_at", doctor.createdAt)
        member("updated_at", doctor.updatedAt)
        endObject()
    }
}
