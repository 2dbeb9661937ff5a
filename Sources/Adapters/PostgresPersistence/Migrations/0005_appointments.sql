-- When a doctor sees a patient: from starts_at up to, not including, ends_at. At most 24 hours, so that whoever
-- looks for overlaps need not look further back. Deleting one, its patient or its doctor sets deleted_at.
CREATE EXTENSION IF NOT EXISTS btree_gist;

CREATE TABLE appointments (
    id         bigint GENERATED ALWAYS AS IDENTITY,
    doctor_id  bigint NOT NULL,
    patient_id bigint NOT NULL,
    starts_at  timestamptz NOT NULL,
    ends_at    timestamptz NOT NULL,
    reason     text COLLATE "C" NOT NULL,
    notes      text COLLATE "C" NOT NULL,
    status     text COLLATE "C" NOT NULL,
    created_by bigint NOT NULL,
    created_at timestamptz NOT NULL,
    updated_at timestamptz NOT NULL,
    deleted_at timestamptz,

    CONSTRAINT appointments_pkey PRIMARY KEY (id),
    CONSTRAINT appointments_doctor_id_fkey FOREIGN KEY (doctor_id) REFERENCES doctors (id),
    CONSTRAINT appointments_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES patients (id),
    CONSTRAINT appointments_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts (id),

    CONSTRAINT appointments_starts_at_range
        CHECK (starts_at >= TIMESTAMPTZ '1900-01-01 00:00:00Z' AND starts_at < TIMESTAMPTZ '3000-01-01 00:00:00Z'),
    -- Whole minutes.
    CONSTRAINT appointments_length CHECK (
        ends_at - starts_at BETWEEN INTERVAL '5 minutes' AND INTERVAL '24 hours'
        AND extract(epoch FROM ends_at - starts_at) % 60 = 0
    ),
    CONSTRAINT appointments_status_code
        CHECK (status IN ('SCHEDULED', 'CHECKED_IN', 'COMPLETED', 'CANCELLED', 'NO_SHOW')),
    CONSTRAINT appointments_reason_length CHECK (char_length(reason) <= 10000),
    CONSTRAINT appointments_notes_length CHECK (char_length(notes) <= 10000),

    -- Where both are broken, the doctor's is reported: the older constraint is checked first.
    CONSTRAINT appointments_doctor_no_overlap
        EXCLUDE USING gist (doctor_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&)
        WHERE (deleted_at IS NULL AND status IN ('SCHEDULED', 'CHECKED_IN', 'COMPLETED')),
    CONSTRAINT appointments_patient_no_overlap
        EXCLUDE USING gist (patient_id WITH =, tstzrange(starts_at, ends_at, '[)') WITH &&)
        WHERE (deleted_at IS NULL AND status IN ('SCHEDULED', 'CHECKED_IN', 'COMPLETED'))
);

CREATE INDEX appointments_by_doctor ON appointments (doctor_id, starts_at, id) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_patient ON appointments (patient_id, starts_at, id) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_creator ON appointments (created_by, starts_at, id) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_start ON appointments (starts_at, id) WHERE deleted_at IS NULL;
