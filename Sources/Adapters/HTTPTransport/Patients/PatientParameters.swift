import Application
import Domain

extension ParameterReader {
    /// Which patients a list's parameters ask for.
    mutating func patientQuery() -> PatientQuery {
        var query = PatientQuery()
        query.search = words(.search)
        query.gender = choice(.gender)
        query.bloodGroup = choice(.bloodGroup)
        query.dateOfBirth = date(.dateOfBirth)
        query.doctor = id(.doctor)
        query.ordering = ordering(PatientSortKey.named)
        query.page = page()
        return query
    }
}
