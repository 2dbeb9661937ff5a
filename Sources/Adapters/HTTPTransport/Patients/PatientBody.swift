package import Application
package import Domain

extension BodyReader {
    /// What a body says about a patient.
    ///
    /// - Parameter present: the details before the request, which members that were not sent keep.
    package mutating func patientForm(over present: PatientDetails?) -> PatientForm {
        let required = requiredDetails(over: present)
        let bloodGroup = optional(PatientFields.bloodGroup, or: present?.bloodGroup)
        let email = optional(PatientFields.email, or: present?.email)
        let address = optional(PatientFields.address, or: present?.address)
        let emergencyContact = emergencyContact(over: present?.emergencyContact)
        let clinicalText = clinicalText(over: present?.clinicalText)
        let insurance = insurance(over: present?.insurance)
        let claimedEmail = present?.claimsEmail == true ? email : nil
        guard check.errors.isEmpty, var details = required else {
            return PatientForm(claimedEmail: claimedEmail, details: nil, check: check)
        }
        details.bloodGroup = bloodGroup
        details.email = email
        details.address = address
        details.emergencyContact = emergencyContact
        details.clinicalText = clinicalText
        details.insurance = insurance
        return PatientForm(claimedEmail: claimedEmail, details: details.keepingMarks(of: present), check: check)
    }

    private mutating func requiredDetails(over present: PatientDetails?) -> PatientDetails? {
        let firstName = value(PatientFields.firstName, or: present?.firstName)
        let lastName = value(PatientFields.lastName, or: present?.lastName)
        let dateOfBirth = value(PatientFields.dateOfBirth, or: present?.dateOfBirth)
        let gender = value(PatientFields.gender, or: present?.gender)
        let phoneNumber = onceKnown(PatientFields.phoneNumber, or: present?.phoneNumber)
        guard let firstName, let lastName, let dateOfBirth, let gender else { return nil }
        return PatientDetails(
            firstName: firstName, lastName: lastName, dateOfBirth: dateOfBirth, gender: gender,
            phoneNumber: phoneNumber)
    }

    private mutating func emergencyContact(
        over present: PatientDetails.EmergencyContact?
    ) -> PatientDetails.EmergencyContact {
        .init(
            name: optional(PatientFields.emergencyContactName, or: present?.name),
            phone: optional(PatientFields.emergencyContactPhone, or: present?.phone))
    }

    private mutating func clinicalText(over present: PatientDetails.ClinicalText?) -> PatientDetails.ClinicalText {
        .init(
            medicalHistory: optional(PatientFields.medicalHistory, or: present?.medicalHistory),
            allergies: optional(PatientFields.allergies, or: present?.allergies),
            currentMedications: optional(PatientFields.currentMedications, or: present?.currentMedications))
    }

    private mutating func insurance(over present: PatientDetails.Insurance?) -> PatientDetails.Insurance {
        .init(
            provider: optional(PatientFields.insuranceProvider, or: present?.provider),
            number: optional(PatientFields.insuranceNumber, or: present?.number))
    }
}
