import Domain
import HTTPTransport

/// A patient on the day of a request, on which the age depends.
struct HospitalPatient: Sendable {
    let patient: Patient
    let today: CalendarDate

    var details: PatientDetails { patient.details }
    var age: Int { details.dateOfBirth.age(on: today) }

    /// A birthday makes another answer of the same version.
    var tag: EntityTag { EntityTag(version: patient.updatedAt, variant: String(age)) }
}

extension Shape<HospitalPatient> {
    /// A patient as the hospital contract shows it; never the e-mail address.
    static let hospitalPatient = Shape(
        "HospitalPatient",
        [
            .identifier("id", "The patient's number.") { $0.patient.id.number },
            firstName, lastName, age,
            .text("gender", "M, F or O for other.", as: .choice(Gender.allCases.map(\.rawValue))) {
                $0.details.gender.rawValue
            },
            .identifier("created_by", "The account that registered the patient.") { $0.patient.createdBy.number },
        ])

    /// What a change of a patient answers.
    static let changedHospitalPatient = Shape(
        "ChangedHospitalPatient",
        [
            firstName, lastName, age,
            .text("email", "E-mail address; blank when none is known.") { $0.details.email?.text ?? "" },
        ])

    private static let firstName = Part.text("firstname", "Given name, cut to 64 characters.", as: .shortName) {
        $0.details.firstName.short
    }
    private static let lastName = Part.text("lastname", "Family name, cut to 64 characters.", as: .shortName) {
        $0.details.lastName.short
    }
    private static let age = Part.number("age", "Age in whole years today (UTC).", as: .integer(0...Int.max)) { $0.age }
}
