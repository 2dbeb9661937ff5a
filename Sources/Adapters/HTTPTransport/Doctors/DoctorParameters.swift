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
        query.ordering = ordering(DoctorSortKey.named)
        query.page = page()
        return query
    }
}
