package import Domain

extension Shape<Patient> {
    /// A patient as the API shows it.
    package static let patient = Shape("Patient", PatientMembers.self)
}

private enum PatientMembers: MemberList {
    typealias Record = Patient

    static func walk(_ members: inout some MemberVisitor<Patient>) {
        members.identifier("id", "The patient's number.") { $0.id.number }
        members.member(PatientFields.firstName) { $0.details.firstName }
        members.member(PatientFields.lastName) { $0.details.lastName }
        members.member(PatientFields.dateOfBirth) { $0.details.dateOfBirth }
        members.member(PatientFields.gender) { $0.details.gender }
        members.member(PatientFields.bloodGroup) { $0.details.bloodGroup }
        members.member(PatientFields.phoneNumber) { $0.details.phoneNumber }
        members.member(PatientFields.email) { $0.details.email }
        members.member(PatientFields.address) { $0.details.address }
        members.member(PatientFields.emergencyContactName) { $0.details.emergencyContact.name }
        members.member(PatientFields.emergencyContactPhone) { $0.details.emergencyContact.phone }
        members.member(PatientFields.medicalHistory) { $0.details.clinicalText.medicalHistory }
        members.member(PatientFields.allergies) { $0.details.clinicalText.allergies }
        members.member(PatientFields.currentMedications) { $0.details.clinicalText.currentMedications }
        members.member(PatientFields.insuranceProvider) { $0.details.insurance.provider }
        members.member(PatientFields.insuranceNumber) { $0.details.insurance.number }
        members.identifier("created_by", "The account that registered the patient.") { $0.createdBy.number }
        members.time("created_at", "When the patient was registered.") { $0.createdAt }
        members.time("updated_at", "When the patient was last changed.") { $0.updatedAt }
    }
}

extension JSONWriter {
    mutating func patient(_ patient: Patient) { Shape.patient.write(patient, to: &self) }
}
