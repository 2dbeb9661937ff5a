import Application
import Domain
import HTTPTransport

/// A mapping with its patient and doctor on the day of a request.
struct HospitalMapping: Sendable {
    let mapping: AssignmentWithPeople
    let today: CalendarDate
}

/// Who treats a patient.
struct DoctorsOfPatient: Sendable {
    let patient: PatientDetails
    /// In the order in which they were assigned.
    let doctors: [Doctor]
}

extension Shape<Assignment> {
    /// A new mapping, with the numbers of its patient and doctor.
    static let newHospitalMapping = Shape(
        "NewHospitalMapping",
        [
            .identifier("id", "The mapping's number.") { $0.id.number },
            .identifier("patient", "The patient's number.") { $0.details.patient.number },
            .identifier("doctor", "The doctor's number.") { $0.details.doctor.number },
            .time("assigned_at", "When the mapping was made.") { $0.assignedAt },
        ])
}

extension Shape<HospitalMapping> {
    /// A mapping with its patient and doctor in full.
    static let hospitalMapping = Shape(
        "HospitalMapping",
        [
            .identifier("id", "The mapping's number.") { $0.mapping.assignment.id.number },
            .record("patient", .hospitalPatient) { HospitalPatient(patient: $0.mapping.patient, today: $0.today) },
            .record("doctor", .hospitalDoctor) { $0.mapping.doctor },
            .time("assigned_at", "When the mapping was made.") { $0.mapping.assignment.assignedAt },
        ])
}

extension Shape<DoctorsOfPatient> {
    /// A patient's name and the doctors.
    static let doctorsOfPatient = Shape(
        "HospitalDoctorsOfPatient",
        [
            .text("patient", "First and last name.") { "\($0.patient.firstName.short) \($0.patient.lastName.short)" },
            .records("doctors", .hospitalDoctor) { $0.doctors },
        ])
}
