import Application
import Domain
import PostgresClient

/// Counts the mappings and appointments of a patient or a doctor.
enum DependentsRows {
    static let ofPatient = statement("patient_id")
    static let ofDoctor = statement("doctor_id")

    static func values<Kind>(_ id: ID<Kind>, at now: Instant) -> [PostgresValue] { [.id(id), .instant(now)] }

    static func dependents(_ row: inout ColumnCursor) throws(PostgresError) -> Dependents {
        Dependents(mappings: try row.int(), appointmentsToCome: try row.int(), pastAppointments: try row.int())
    }

    private static func statement(_ column: String) -> PostgresStatement {
        PostgresStatement(
            sql: """
                SELECT
                    (SELECT count(*) FROM assignments WHERE \(column) = $1 AND deleted_at IS NULL),
                    (SELECT count(*) FROM appointments WHERE \(column) = $1 AND starts_at >= $2 AND deleted_at IS NULL),
                    (SELECT count(*) FROM appointments WHERE \(column) = $1 AND starts_at < $2 AND deleted_at IS NULL)
                """)
    }
}

extension PostgresPatientStore {
    func dependents(of id: PatientID, at now: Instant) async throws(Failure) -> Dependents {
        try await runner.dependents(DependentsRows.ofPatient, DependentsRows.values(id, at: now))
    }
}

extension PostgresDoctorStore {
    func dependents(of id: DoctorID, at now: Instant) async throws(Failure) -> Dependents {
        try await runner.dependents(DependentsRows.ofDoctor, DependentsRows.values(id, at: now))
    }
}

extension StatementRunner {
    fileprivate func dependents(
        _ statement: PostgresStatement, _ values: [PostgresValue]
    ) async throws(Failure) -> Dependents {
        let counts = try await all(statement, values, seeing: .everything, DependentsRows.dependents)
        guard let counts = counts.first else { throw Failure(postgres: .unexpectedRowCount(0)) }
        return counts
    }
}
