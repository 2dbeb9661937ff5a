package import Application
import Domain

/// What a list of mappings can be asked for.
enum AssignmentParameters {
    static let patient = ReferenceParameter<Patient>(field: .patient, help: "Only mappings of this patient.")
    static let doctor = ReferenceParameter<Doctor>(field: .doctor, help: "Only mappings to this doctor.")
    static let status = ChoiceParameter<AssignmentStatus>(field: .status, help: "Only mappings with this status.")
    static let isActive = BooleanParameter(
        field: .isActive, help: "Only mappings whose status is `active`, or another one.")
    static let ordering = OrderingParameter<AssignmentSortKey>(
        standard: "Newest first when not sent.")

    static let all: [any ParameterDeclaration] = [patient, doctor, status, isActive, ordering]
}

extension ParameterReader {
    /// Which mappings a list's parameters ask for.
    package mutating func assignmentQuery() -> AssignmentQuery {
        var query = AssignmentQuery()
        query.patient = value(AssignmentParameters.patient)
        query.doctor = value(AssignmentParameters.doctor)
        query.status = value(AssignmentParameters.status)
        query.isActive = value(AssignmentParameters.isActive)
        query.ordering = value(AssignmentParameters.ordering) ?? []
        query.page = page()
        return query
    }
}
