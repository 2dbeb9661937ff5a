package import Domain

extension Shape<Doctor> {
    /// A doctor as the API shows it.
    package static let doctor = Shape(
        "Doctor",
        [
            .identifier("id", "The doctor's number.") { $0.id.number },
            .init(DoctorFields.firstName) { $0.details.firstName },
            .init(DoctorFields.lastName) { $0.details.lastName },
            .init(DoctorFields.specialization) { $0.details.specialization },
            .init(DoctorFields.licenseNumber) { $0.details.licenseNumber },
            .init(DoctorFields.phoneNumber) { $0.details.phoneNumber },
            .init(DoctorFields.email) { $0.details.email },
            .init(DoctorFields.address) { $0.details.address },
            .init(DoctorFields.gender) { $0.details.gender },
            .init(DoctorFields.dateOfBirth) { $0.details.dateOfBirth },
            .init(DoctorFields.yearsOfExperience) { $0.details.yearsOfExperience },
            .init(DoctorFields.education) { $0.details.education },
            .init(DoctorFields.certifications) { $0.details.certifications },
            .init(DoctorFields.languagesSpoken) { $0.details.languagesSpoken },
            .init(DoctorFields.consultationFee) { $0.details.consultationFee },
            .init(DoctorFields.isAvailable) { $0.details.isAvailable },
            .init(DoctorFields.maximumAppointmentsPerDay) { $0.details.maximumAppointmentsPerDay },
            .time("created_at", "When the doctor was registered.") { $0.createdAt },
            .time("updated_at", "When the doctor was last changed.") { $0.updatedAt },
        ])
}

extension JSONWriter {
    mutating func doctor(_ doctor: Doctor) { Shape.doctor.write(doctor, to: &self) }
}
