extension PatientDetails {
    /// The members in which this differs from an earlier version.
    public func fields(changedFrom previous: PatientDetails) -> Set<Field> {
        var changes = ChangedFields(from: previous, to: self)
        changes.compare(.firstName, \.firstName)
        changes.compare(.lastName, \.lastName)
        changes.compare(.dateOfBirth, \.dateOfBirth)
        changes.compare(.dateOfBirth, \.dateOfBirthIsEstimated)
        changes.compare(.gender, \.gender)
        changes.compare(.bloodGroup, \.bloodGroup)
        changes.compare(.phoneNumber, \.phoneNumber)
        changes.compare(.email, \.email)
        changes.compare(.email, \.claimsEmail)
        changes.compare(.address, \.address)
        changes.compare(.emergencyContactName, \.emergencyContact.name)
        changes.compare(.emergencyContactPhone, \.emergencyContact.phone)
        changes.compare(.medicalHistory, \.clinicalText.medicalHistory)
        changes.compare(.allergies, \.clinicalText.allergies)
        changes.compare(.currentMedications, \.clinicalText.currentMedications)
        changes.compare(.insuranceProvider, \.insurance.provider)
        changes.compare(.insuranceNumber, \.insurance.number)
        return changes.fields
    }
}
