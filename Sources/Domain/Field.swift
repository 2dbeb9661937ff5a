/// The members of records and requests that can be wrong, whatever a transport calls them. Their own names are the codes
/// under which the audit trail keeps them.
public enum Field: String, Sendable, CaseIterable {
    // People
    case firstName, lastName, dateOfBirth, gender, phoneNumber, email, address
    // Accounts
    case username, password, repeatedPassword, oldPassword, newPassword, refreshToken, oneTimeCode
    case role, mustChangePassword, language
    // Patients
    case bloodGroup, emergencyContactName, emergencyContactPhone
    case medicalHistory, allergies, currentMedications, insuranceProvider, insuranceNumber
    // Doctors
    case specialization, licenseNumber, yearsOfExperience, education, certifications, languagesSpoken
    case consultationFee, isAvailable, maximumAppointmentsPerDay
    // Mappings and appointments
    case patient, doctor, status, isActive, notes, reasonForAssignment
    case appointmentStart, durationMinutes, reason
    // The audit trail
    case account, record, recordNumber, action
    // Parameters of lists
    case ordering, search, date, from, to, pageSize, cursor, count
}
