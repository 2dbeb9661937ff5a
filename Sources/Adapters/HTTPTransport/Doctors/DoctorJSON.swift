package import Domain

extension Shape<Doctor> {
    /// A doctor as the API shows it.
    package static let doctor = Shape("Doctor", DoctorMembers.self)
}

private enum DoctorMembers: MemberList {
    typealias Record = Doctor

    static func walk(_ members: inout some MemberVisitor<Doctor>) {
        members.identifier("id", "The doctor's number.") { $0.id.number }
        members.member(DoctorFields.firstName) { $0.details.firstName }
        members.member(DoctorFields.lastName) { $0.details.lastName }
        members.member(DoctorFields.specialization) { $0.details.specialization }
        members.member(DoctorFields.licenseNumber) { $0.details.licenseNumber }
        members.member(DoctorFields.phoneNumber) { $0.details.phoneNumber }
        members.member(DoctorFields.email) { $0.details.email }
        members.member(DoctorFields.address) { $0.details.address }
        members.member(DoctorFields.gender) { $0.details.gender }
        members.member(DoctorFields.dateOfBirth) { $0.details.dateOfBirth }
        members.member(DoctorFields.yearsOfExperience) { $0.details.yearsOfExperience }
        members.member(DoctorFields.education) { $0.details.education }
        members.member(DoctorFields.certifications) { $0.details.certifications }
        members.member(DoctorFields.languagesSpoken) { $0.details.languagesSpoken }
        members.member(DoctorFields.consultationFee) { $0.details.consultationFee }
        members.member(DoctorFields.isAvailable) { $0.details.isAvailable }
        members.member(DoctorFields.maximumAppointmentsPerDay) { $0.details.maximumAppointmentsPerDay }
        members.time("created_at", "When the doctor was registered.") { $0.createdAt }
        members.time("updated_at", "When the doctor was last changed.") { $0.updatedAt }
    }
}

extension JSONWriter {
    mutating func doctor(_ doctor: Doctor) { Shape.doctor.write(doctor, to: &self) }
}
