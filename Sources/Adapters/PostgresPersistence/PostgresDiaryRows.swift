import Domain
import PostgresClient

/// The diary of a doctor and a patient around a time, in one statement.
///
/// Its rows repeat the doctor's availability, cap and count; each has at most one slot. Nothing that began a day
/// or more before the time can reach into it, so each index is read over a bounded range.
enum DiaryRows {
    static let statement = PostgresStatement(
        sharedRead: """
            SELECT
                d.is_available, d.max_appointments_per_day, day.starts,
                held.starts_at IS NOT NULL, held.of_doctor, held.starts_at, held.ends_at
            FROM doctors AS d
            CROSS JOIN (
                SELECT count(*) AS starts
                FROM appointments
                WHERE doctor_id = $1 AND starts_at >= $3 AND starts_at < $4 AND id <> $8
                AND deleted_at IS NULL AND status IN ('SCHEDULED', 'CHECKED_IN', 'COMPLETED')
            ) AS day
            LEFT JOIN (
                SELECT true AS of_doctor, starts_at, ends_at
                FROM appointments
                WHERE doctor_id = $1 AND starts_at > $5 AND starts_at < $7 AND ends_at > $6 AND id <> $8
                AND deleted_at IS NULL AND status IN ('SCHEDULED', 'CHECKED_IN', 'COMPLETED')
                UNION ALL
                SELECT false, starts_at, ends_at
                FROM appointments
                WHERE patient_id = $2 AND doctor_id <> $1
                AND starts_at > $5 AND starts_at < $7 AND ends_at > $6 AND id <> $8
                AND deleted_at IS NULL AND status IN ('SCHEDULED', 'CHECKED_IN', 'COMPLETED')
            ) AS held ON true
            WHERE d.id = $1 AND d.deleted_at IS NULL
            """,
        ["bigint", "bigint"] + Array(repeating: "timestamptz", count: 5) + ["bigint"])

    static func values(
        doctor: DoctorID, patient: PatientID, slot: Slot, except: AppointmentID?
    ) -> [PostgresValue] {
        let midnight = Instant(slot.date)
        let start = slot.start.instant
        return [
            .id(doctor), .id(patient),
            .instant(midnight), .instant(Instant(microseconds: midnight.microseconds + Instant.day)),
            .instant(Instant(microseconds: start.microseconds - Instant.day)), .instant(start), .instant(slot.end),
            // No appointment has the number 0.
            .int64(except?.number ?? 0),
        ]
    }

    /// What one row adds: the doctor's part, and a slot with whose it is.
    struct Part {
        let diary: Diary
        let slot: Slot?
        let isDoctors: Bool
    }

    static func part(_ row: inout ColumnCursor) throws(PostgresError) -> Part {
        let diary = Diary(
            doctorIsAvailable: try row.bool(), cap: try row.optionalNumber(), startsOnDay: try row.int(),
            doctorSlots: [], patientSlots: [])
        guard try row.bool() else { return Part(diary: diary, slot: nil, isDoctors: false) }
        let isDoctors = try row.bool()
        return Part(diary: diary, slot: try row.slot(), isDoctors: isDoctors)
    }

    /// - Returns: `nil` for no rows: there is no such doctor.
    static func diary(of parts: [Part]) -> Diary? {
        guard var diary = parts.first?.diary else { return nil }
        diary.doctorSlots = slots(parts.filter(\.isDoctors))
        diary.patientSlots = slots(parts.filter { !$0.isDoctors })
        return diary
    }

    /// In the order of their starts.
    private static func slots(_ parts: [Part]) -> [Slot] {
        parts.compactMap(\.slot).sorted { $0.start.instant < $1.start.instant }
    }
}
