-- Which doctor cares for which patient; a pair is mapped at most once among the rows that are not deleted.
CREATE TABLE assignments (
    id          INTEGER PRIMARY KEY AUTOINCREMENT,
    patient_id  INTEGER NOT NULL CONSTRAINT assignments_patient_id_fkey REFERENCES patients (id),
    doctor_id   INTEGER NOT NULL CONSTRAINT assignments_doctor_id_fkey REFERENCES doctors (id),
    status      TEXT    NOT NULL CONSTRAINT assignments_status_code CHECK (status IN ('active', 'inactive', 'completed')),
    notes       TEXT    NOT NULL CONSTRAINT assignments_notes_length CHECK (length(notes) <= 10000),
    reason      TEXT    NOT NULL CONSTRAINT assignments_reason_length CHECK (length(reason) <= 10000),
    assigned_by INTEGER NOT NULL CONSTRAINT assignments_assigned_by_fkey REFERENCES accounts (id),
    assigned_at INTEGER NOT NULL,
    updated_at  INTEGER NOT NULL,
    deleted_at  INTEGER
) STRICT;

CREATE UNIQUE INDEX assignments_patient_doctor_key ON assignments (patient_id, doctor_id) WHERE deleted_at IS NULL;
CREATE INDEX assignments_by_patient ON assignments (patient_id, assigned_at) WHERE deleted_at IS NULL;
CREATE INDEX assignments_by_doctor ON assignments (doctor_id, assigned_at) WHERE deleted_at IS NULL;
CREATE INDEX assignments_by_assignment ON assignments (assigned_at) WHERE deleted_at IS NULL;

-- Say the constraint's name, as in 0001_accounts.
CREATE TRIGGER assignments_unique_on_insert BEFORE INSERT ON assignments
WHEN NEW.deleted_at IS NULL
BEGIN
    SELECT RAISE(ABORT, 'assignments_patient_doctor_key')
    WHERE EXISTS (
        SELECT 1 FROM assignments AS other
        WHERE other.patient_id = NEW.patient_id AND other.doctor_id = NEW.doctor_id AND other.deleted_at IS NULL
    );
END;

CREATE TRIGGER assignments_unique_on_update BEFORE UPDATE OF patient_id, doctor_id, deleted_at ON assignments
WHEN NEW.deleted_at IS NULL
BEGIN
    SELECT RAISE(ABORT, 'assignments_patient_doctor_key')
    WHERE EXISTS (
        SELECT 1 FROM assignments AS other
        WHERE other.patient_id = NEW.patient_id AND other.doctor_id = NEW.doctor_id AND other.deleted_at IS NULL
            AND other.id <> NEW.id
    );
END;
