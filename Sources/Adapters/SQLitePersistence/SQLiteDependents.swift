import Application
import Domain
import GRDB

extension Database {
    /// Counts the mappings and appointments of a patient or a doctor.
    ///
    /// - Parameter column: `patient_id` or `doctor_id`.
    fileprivate func dependents<Kind>(_ column: String, _ id: ID<Kind>, at now: Instant) throws -> Dependents {
        let sql = """
            SELECT
                (SELECT count(*) FROM assignments WHERE \(column) = ? AND deleted_at IS NULL),
                (SELECT count(*) FROM appointments WHERE \(column) = ? AND starts_at >= ? AND deleted_at IS NULL),
                (SELECT count(*) FROM appointments WHERE \(column) = ? AND starts_at < ? AND deleted_at IS NULL)
            """
        let values: SQLiteValues = [id.number, id.number, now.microseconds, id.number, now.microseconds]
        return try all(sql, values) { row in
            Dependents(
                mappings: Int(try row.integer()), appointmentsToCome: Int(try row.integer()),
                pastAppointments: Int(try row.integer()))
        }[0]
    }
}

extension SQLitePatientStore {
    func dependents(of id: PatientID, at now: Instant) async throws(Failure) -> Dependents {
        try await access.runLong { db in try db.dependents("patient_id", id, at: now) }
    }
}

extension SQLiteDoctorStore {
    func dependents(of id: DoctorID, at now: Instant) async throws(Failure) -> Dependents {
        try await access.runLong { db in try db.dependents("doctor_id", id, at: now) }
    }
}
