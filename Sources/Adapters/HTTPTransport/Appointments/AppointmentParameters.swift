package import Application
import Domain

/// What a list of appointments can be asked for.
enum AppointmentParameters {
    static let doctor = ReferenceParameter<Doctor>(field: .doctor, help: "Only appointments with this doctor.")
    static let patient = ReferenceParameter<Patient>(field: .patient, help: "Only appointments of this patient.")
    static let status = ChoiceParameter<AppointmentStatus>(
        field: .status, help: "Only appointments with this status.")
    static let date = DateParameter(field: .date, help: "Only appointments that start on this UTC date.")
    static let from = TimeParameter(field: .from, help: "Only appointments that start at this time or later.")
    static let to = TimeParameter(field: .to, help: "Only appointments that start before this time.")
    static let ordering = OrderingParameter<AppointmentSortKey>(
        standard: "By start when not sent.")

    static let all: [any ParameterDeclaration] = [doctor, patient, status, date, from, to, ordering]
}

extension ParameterReader {
    /// Which appointments a list's parameters ask for.
    package mutating func appointmentQuery() -> AppointmentQuery {
        var query = AppointmentQuery()
        query.doctor = value(AppointmentParameters.doctor)
        query.patient = value(AppointmentParameters.patient)
        query.status = value(AppointmentParameters.status)
        query.date = value(AppointmentParameters.date)
        query.from = value(AppointmentParameters.from)
        query.to = value(AppointmentParameters.to)
        query.ordering = value(AppointmentParameters.ordering) ?? []
        query.page = page()
        return query
    }
}
