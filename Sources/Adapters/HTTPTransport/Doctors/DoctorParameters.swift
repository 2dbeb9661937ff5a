import Application
import Domain

extension ParameterReader {
    /// Which doctors a list's parameters ask for.
    mutating func doctorQuery() -> DoctorQuery {
        var query = DoctorQuery()
        query.search = words(.search)
        query.specialization = text(.specialization)
        query.gender = choice(.gender)
        query.isAvailable = boolean(.isAvailable)
        query.ordering = ordering([
            "id": .id, "first_name": .firstName, "last_name": .lastName, "specialization": .specialization,
            "years_of_experience": .yearsOfExperience, "created_at": .createdAt, "updated_at": .updatedAt,
        ])
        return query
    }
}
