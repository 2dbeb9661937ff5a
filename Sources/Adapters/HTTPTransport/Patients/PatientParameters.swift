package import Application
import Domain

/// What a list of patients can be asked for.
enum PatientParameters {
    static let search = WordsParameter(
        help: "Words, each of which occurs in first or last name, phone number, e-mail or insurance number.")
    static let gender = ChoiceParameter<Gender>(field: .gender, help: "Only patients of this gender.")
    static let bloodGroup = ChoiceParameter<BloodGroup>(
        field: .bloodGroup, help: "Only patients of this blood group; `+` is written `%2B` in an address.")
    static let dateOfBirth = DateParameter(field: .dateOfBirth, help: "Only patients born on this day.")
    static let doctor = ReferenceParameter<Doctor>(
        field: .doctor, help: "Only patients who are actively mapped to this doctor.")
    static let ordering = OrderingParameter<PatientSortKey>(
        standard: "Newest first when not sent.")

    static let all: [any ParameterDeclaration] = [search, gender, bloodGroup, dateOfBirth, doctor, ordering]
}

extension ParameterReader {
    /// Which patients a list's parameters ask for.
    package mutating func patientQuery() -> PatientQuery {
        var query = PatientQuery()
        query.search = value(PatientParameters.search) ?? []
        query.gender = value(PatientParameters.gender)
        query.bloodGroup = value(PatientParameters.bloodGroup)
        query.dateOfBirth = value(PatientParameters.dateOfBirth)
        query.doctor = value(PatientParameters.doctor)
        query.ordering = value(PatientParameters.ordering) ?? []
        query.page = page()
        return query
    }
}
