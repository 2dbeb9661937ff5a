import Application
import Domain
import HTTPTransport

extension BodyReader {
    /// What a body says about a new mapping: patient and doctor, nothing else.
    mutating func hospitalMapping() -> AssignmentForm {
        let patient = value(AssignmentFields.patient)
        let doctor = value(AssignmentFields.doctor)
        return AssignmentForm(
            patient: patient, doctor: doctor, status: nil, isActive: nil, notes: nil, reason: nil, check: check)
    }
}
