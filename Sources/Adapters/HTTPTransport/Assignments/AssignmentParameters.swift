import Application
import Domain

extension ParameterReader {
    /// Which mappings a list's parameters ask for.
    mutating func assignmentQuery() -> AssignmentQuery {
        var query = AssignmentQuery()
        query.patient = id(.patient)
        query.doctor = id(.doctor)
        query.status = choice(.status)
        query.isActive = boolean(.isActive)
        query.ordering = ordering(AssignmentSortKey.named)
        query.page = page()
        return query
    }
}
