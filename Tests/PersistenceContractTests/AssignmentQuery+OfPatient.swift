import Application
import Domain

extension AssignmentQuery {
    /// All mappings of one patient.
    static func of(_ patient: Patient) -> AssignmentQuery {
        var query = AssignmentQuery()
        query.patient = patient.id
        return query
    }
}
