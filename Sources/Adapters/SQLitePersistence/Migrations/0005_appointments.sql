-- When a doctor sees a patient: from starts_at up to, not including, ends_at.
CREATE TABLE appointments (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    doctor_id  INTEGER NOT NULL CONSTRAINT appointments_doctor_id_fkey REFERENCES doctors (id),
    patient_id INTEGER NOT NULL CONSTRAINT appointments_patient_id_fkey REFERENCES patients (id),
    -- The years 1900 to 2999.
    starts_at  INTEGER NOT NULL CONSTRAINT appointments_starts_at_range
                       CHECK (starts_at BETWEEN -2208988800000000 AND 32503679999999999),
    ends_at    INTEGER NOT NULL,
    reason     TEXT    NOT NULL CONSTRAINT appointments_reason_length CHECK (length(reason) <= 10000),
    notes      TEXT    NOT NULL CONSTRAINT appointments_notes_length CHECK (length(notes) <= 10000),
    status     TEXT    NOT NULL CONSTRAINT appointments_status_code
                       CHECK (status IN ('SCHEDULED', 'CHECKED_IN', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
    created_by INTEGER NOT NULL CONSTRAINT appointments_created_by_fkey REFERENCES accounts (id),
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    deleted_at INTEGER,
    -- Whole minutes, 5 to 1440. The upper limit bounds the range in which overlaps are looked for.
    CONSTRAINT appointments_length CHECK (
        ends_at - starts_at BETWEEN 300000000 AND 86400000000 AND (ends_at - starts_at) % 60000000 = 0
    )
) STRICT;

CREATE INDEX appointments_by_start ON appointments (starts_at) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_doctor ON appointments (doctor_id, starts_at) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_patient ON appointments (patient_id, starts_at) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_creator ON appointments (created_by, starts_at) WHERE deleted_at IS NULL;

-- Two that hold time never overlap for one doctor or one patient. One that starts more than a day before cannot
-- reach as far as NEW.starts_at, so the probe reads a day of the diary and the appointment's own time.
CREATE TRIGGER appointments_no_overlap_on_insert BEFORE INSERT ON appointments
WHEN NEW.deleted_at IS NULL AND NEW.status NOT IN ('CANCELLED', 'NO_SHOW')
BEGIN
    SELECT RAISE(ABORT, 'appointments_doctor_no_overlap')
    WHERE EXISTS (
        SELECT 1 FROM appointments AS other
        WHERE other.doctor_id = NEW.doctor_id
            AND other.starts_at > NEW.starts_at - 86400000000 AND other.starts_at < NEW.ends_at
            AND other.ends_at > NEW.starts_at
            AND other.deleted_at IS NULL AND other.status NOT IN ('CANCELLED', 'NO_SHOW')
    );
    SELECT RAISE(ABORT, 'appointments_patient_no_overlap')
    WHERE EXISTS (
        SELECT 1 FROM appointments AS other
        WHERE other.patient_id = NEW.patient_id
            AND other.starts_at > NEW.starts_at - 86400000000 AND other.starts_at < NEW.ends_at
            AND other.ends_at > NEW.starts_at
            AND other.deleted_at IS NULL AND other.status NOT IN ('CANCELLED', 'NO_SHOW')
    );
END;

CREATE TRIGGER appointments_no_overlap_on_update
BEFORE UPDATE OF doctor_id, patient_id, starts_at, ends_at, status, deleted_at ON appointments
WHEN NEW.deleted_at IS NULL AND NEW.status NOT IN ('CANCELLED', 'NO_SHOW')
BEGIN
    SELECT RAISE(ABORT, 'appointments_doctor_no_overlap')
    WHERE EXISTS (
        SELECT 1 FROM appointments AS other
        WHERE other.doctor_id = NEW.doctor_id
            AND other.starts_at > NEW.starts_at - 86400000000 AND other.starts_at < NEW.ends_at
            AND other.ends_at > NEW.starts_at
            AND other.deleted_at IS NULL AND other.status NOT IN ('CANCELLED', 'NO_SHOW')
            AND other.id <> NEW.id
    );
    SELECT RAISE(ABORT, 'appointments_patient_no_overlap')
    WHERE EXISTS (
        SELECT 1 FROM appointments AS other
        WHERE other.patient_id = NEW.patient_id
            AND other.starts_at > NEW.starts_at - 86400000000 AND other.starts_at < NEW.ends_at
            AND other.ends_at > NEW.starts_at
            AND other.deleted_at IS NULL AND other.status NOT IN ('CANCELLED', 'NO_SHOW')
            AND other.id <> NEW.id
    );
END;
