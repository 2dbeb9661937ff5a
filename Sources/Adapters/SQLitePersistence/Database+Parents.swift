import Domain
import GRDB

extension Database {
    /// Sees to it that the people of a mapping or an appointment are there. Foreign keys do not: rows of deleted people
    /// stay.
    ///
    /// - Throws: `Failure.notFound(.patient)`, `Failure.notFound(.doctor)`.
    func requireLiving(_ patient: PatientID, _ doctor: DoctorID) throws {
        guard try isLiving(livingPatient, patient.number) else { throw Failure.notFound(.patient) }
        guard try isLiving(livingDoctor, doctor.number) else { throw Failure.notFound(.doctor) }
    }

    private func isLiving(_ sql: String, _ number: Int64) throws -> Bool {
        try first(sql, [number]) { _ in true } ?? false
    }
}

private let livingPatient = "SELECT 1 FROM patients WHERE id = ? AND deleted_at IS NULL"
private let livingDoctor = "SELECT 1 FROM doctors WHERE id = ? AND deleted_at IS NULL"
