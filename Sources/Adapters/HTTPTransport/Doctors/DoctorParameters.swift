package import Application
import Domain

/// What a list of doctors can be asked for.
enum DoctorParameters {
    static let search = WordsParameter(
        help: "Words, each of which occurs in first or last name or specialization.")
    static let specialization = TextParameter(
        field: .specialization, help: "Only doctors of exactly this specialization.")
    static let gender = ChoiceParameter<Gender>(field: .gender, help: "Only doctors of this gender.")
    static let isAvailable = BooleanParameter(
        field: .isAvailable, help: "Only doctors who take new appointments, or who do not.")
    static let ordering = OrderingParameter<DoctorSortKey>(
        standard: "By last name, first name and id when not sent.")

    static let all: [any ParameterDeclaration] = [search, specialization, gender, isAvailable, ordering]
}

extension ParameterReader {
    /// Which doctors a list's parameters ask for.
    package mutating func doctorQuery() -> DoctorQuery {
        var query = DoctorQuery()
        query.search = value(DoctorParameters.search) ?? []
        query.specialization = value(DoctorParameters.specialization)
        query.gender = value(DoctorParameters.gender)
        query.isAvailable = value(DoctorParameters.isAvailable)
        query.ordering = value(DoctorParameters.ordering) ?? []
        query.page = page()
        return query
    }
}
