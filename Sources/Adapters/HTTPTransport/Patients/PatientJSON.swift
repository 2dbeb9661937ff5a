package import Domain

extension Shape<Patient> {
    /// A patient as the API shows it.
    package static let patient = Shape(
        "Patient",
        [
            .identifier("id", "The patient's number.") { $0.id.number },
            .init(PatientFields.firstName) { $0.details.firstName },
            .init(PatientFields.lastName) { $0.details.lastName },
            .init(PatientFields.dateOfBirth) { $0.details.dateOfBirth },
            .init(PatientFields.gender) { $0.details.gender },
            .init(PatientFields.bloodGroup) { $0.details.bloodGroup },
            .init(PatientFields.phoneNumber) { $0.details.phoneNumber },
            .init(PatientFields.email) { $0.details.email },
            .init(PatientFields.address) { $0.details.address },
            .init(PatientFields.emergencyContactName) { $0.details.emergencyContact.name },
            .init(PatientFields.emergencyContactPhone) { $0.details.emergencyContact.phone },
            .init(PatientFields.medicalHistory) { $0.details.clinicalText.medicalHistory },
            .init(PatientFields.allergies) { $0.details.clinicalText.allergies },
            .init(PatientFields.currentMedications) { $0.details.clinicalText.currentMedications },
            .init(PatientFields.insuranceProvider) { $0.details.insurance.provider },
            .init(PatientFields.insuranceNumber) { $0.details.insurance.number },
            .identifier("created_by", "The account that registered the patient.") { $0.createdBy.number },
            .time("created_at", "When the patient was registered.") { $0.createdAt },
            .time("updated_at", "When the patient was last changed.") { $0.updatedAt },
        ])
}

extension JSONWriter {
    mutating func patient(_ patient: Patient) { Shape.patient.write(patient, to: &self) }
}
