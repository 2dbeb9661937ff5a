import Domain
import HTTPTransport

extension Shape<Doctor> {
    /// A doctor as the hospital contract shows it.
    static let hospitalDoctor = Shape(
        "HospitalDoctor",
        [
            .identifier("id", "The doctor's number.") { $0.id.number },
            firstName, lastName, department,
            .optionalNumber(
                "max_appointments_per_day", "How many appointments may start on one UTC date; null for no cap.",
                as: .integer(DailyCap.limits)
            ) { $0.details.maximumAppointmentsPerDay?.number },
            .text("gender", "M, F or O for other.", as: .choice(Gender.allCases.map(\.rawValue))) {
                $0.details.gender.rawValue
            },
        ])

    /// What a change of a doctor answers.
    static let changedHospitalDoctor = Shape(
        "ChangedHospitalDoctor",
        [
            firstName, lastName, department,
            .text("email", "E-mail address.") { $0.details.email.text },
        ])

    private static let firstName = Part.text("firstname", "Given name, cut to 64 characters.", as: .shortName) {
        $0.details.firstName.short
    }
    private static let lastName = Part.text("lastname", "Family name, cut to 64 characters.", as: .shortName) {
        $0.details.lastName.short
    }
    private static let department = Part.text(
        "specialization", "The department; GEN also for a specialization that is none of them.",
        as: .choice(Department.allCases.map(\.rawValue))
    ) { Department($0.details.specialization).rawValue }
}
