import Domain
import PostgresClient

extension PostgresTransaction {
    /// Why a mapping could not be kept: its patient or its doctor is not there (any more), or
    /// else the record itself.
    func missing(_ record: RecordKind, patient: PatientID, doctor: DoctorID) async throws(Failure) -> Failure {
        let living = try await first(livingParents, [.id(patient), .id(doctor)], seeing: .everything) {
            row throws(PostgresError) in
            (patient: try row.bool(), doctor: try row.bool())
        }
        guard let living, living.patient else { return .notFound(.patient) }
        return .notFound(living.doctor ? record : .doctor)
    }
}

private let livingParents: PostgresStatement = """
    SELECT
        EXISTS (SELECT FROM patients WHERE id = $1 AND deleted_at IS NULL),
        EXISTS (SELECT FROM doctors WHERE id = $2 AND deleted_at IS NULL)
    """
