import Domain

extension JSONWriter {
    /// A patient as the API shows it.
    mutating func patient(_ patient: Patient) {
        let details = patient.details
        beginObject()
        member("id", patient.id.number)
        member("first_name", details.firstName.text)
        member("last_name", details.lastName.text)
        member("date_of_birth", details.dateOfBirth.date)
        member("gender", details.gender.rawValue)
        member("blood_group", details.bloodGroup?.rawValue ?? "")
        member("phone_number", details.phoneNumber.text)
        member("email", details.email?.text ?? "")
        member("address", details.address?.text ?? "")
        member("emergency_contact_name", details.emergencyContact.name?.text ?? "")
        member("emergency_contact_phone", details.emergencyContact.phone?.text ?? "")
        member("medical_history", details.clinicalText.medicalHistory?.text ?? "")
        member("allergies", details.clinicalText.allergies?.text ?? "")
        member("current_medications", details.clinicalText.currentMedications?.text ?? "")
        member("insurance_provider", details.insurance.provider?.text ?? "")
        member("insurance_number", details.insurance.number?.text ?? "")
        member("created_by", patient.createdBy.number)
        member("created_at", patient.createdAt)
        member("updated_at", patient.updatedAt)
        endObject()
    }
}
