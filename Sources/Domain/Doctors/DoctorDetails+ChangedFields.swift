extension DoctorDetails {
    /// The members in which this differs from an earlier version.
    public func fields(changedFrom previous: DoctorDetails) -> Set<Field> {
        var changes = ChangedFields(from: previous, to: self)
        changes.compare(.firstName, \.firstName)
        changes.compare(.lastName, \.lastName)
        changes.compare(.specialization, \.specialization)
        changes.compare(.licenseNumber, \.licenseNumber)
        changes.compare(.phoneNumber, \.phoneNumber)
        changes.compare(.email, \.email)
        changes.compare(.gender, \.gender)
        changes.compare(.address, \.address)
        changes.compare(.dateOfBirth, \.dateOfBirth)
        changes.compare(.yearsOfExperience, \.yearsOfExperience)
        changes.compare(.education, \.education)
        changes.compare(.certifications, \.certifications)
        changes.compare(.languagesSpoken, \.languagesSpoken)
        changes.compare(.consultationFee, \.consultationFee)
        changes.compare(.isAvailable, \.isAvailable)
        changes.compare(.maximumAppointmentsPerDay, \.maximumAppointmentsPerDay)
        return changes.fields
    }
}
