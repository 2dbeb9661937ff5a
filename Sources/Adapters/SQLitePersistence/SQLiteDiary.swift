import Domain
import GRDB

/// Reads what stands around a time in the diaries of a doctor and a patient.
struct SQLiteDiary {
    let doctor: DoctorID
    let patient: PatientID
    let slot: Slot
    let except: AppointmentID?

    /// - Returns: `nil` when there is no such doctor.
    func read(from db: Database) throws -> Diary? {
        let terms = try db.first(SQLiteDiary.terms, [doctor.number]) { row in
            (isAvailable: try row.bool(), cap: row.optionalNumber() as DailyCap?)
        }
        guard let terms else { return nil }
        return Diary(
            doctorIsAvailable: terms.isAvailable, cap: terms.cap, startsOnDay: try startsOnDay(db),
            doctorSlots: try db.all(SQLiteDiary.doctorSlots, [doctor.number] + range, SQLiteAppointmentRow.slot),
            patientSlots: try db.all(
                SQLiteDiary.patientSlots, [patient.number] + range + [doctor.number], SQLiteAppointmentRow.slot))
    }

    private func startsOnDay(_ db: Database) throws -> Int {
        let midnight = Instant(slot.date).microseconds
        let values: SQLiteValues = [doctor.number, midnight, midnight + Instant.day, except?.number]
        return try db.first(SQLiteDiary.count, values) { row in Int(try row.integer()) } ?? 0
    }

    /// Whatever overlaps starts within the day before the end of the longest appointment possible.
    private var range: SQLiteValues {
        let start = slot.start.instant.microseconds
        return [start - Instant.day, slot.end.microseconds, start, except?.number]
    }

    private static let terms = """
        SELECT is_available, max_appointments_per_day
        FROM doctors
        WHERE id = ? AND deleted_at IS NULL
        """

    private static let holdsTime = "deleted_at IS NULL AND status NOT IN ('CANCELLED', 'NO_SHOW')"

    private static let count = """
        SELECT count(*)
        FROM appointments
        WHERE doctor_id = ? AND starts_at >= ? AND starts_at < ? AND id IS NOT ? AND \(holdsTime)
        """

    private static let doctorSlots = """
        SELECT starts_at, ends_at
        FROM appointments
        WHERE doctor_id = ? AND starts_at > ? AND starts_at < ? AND ends_at > ? AND id IS NOT ? AND \(holdsTime)
        ORDER BY starts_at
        """

    private static let patientSlots = """
        SELECT starts_at, ends_at
        FROM appointments
        WHERE patient_id = ? AND starts_at > ? AND starts_at < ? AND ends_at > ? AND id IS NOT ? AND doctor_id <> ?
            AND \(holdsTime)
        ORDER BY starts_at
        """
}
