-- Which doctors care for which patients. Deleting a mapping, its patient or its doctor sets deleted_at.
CREATE TABLE assignments (
    id          bigint GENERATED ALWAYS AS IDENTITY,
    patient_id  bigint NOT NULL,
    doctor_id   bigint NOT NULL,
    status      text COLLATE "C" NOT NULL,
    notes       text COLLATE "C" NOT NULL,
    reason      text COLLATE "C" NOT NULL,
    assigned_by bigint NOT NULL,
    assigned_at timestamptz NOT NULL,
    updated_at  timestamptz NOT NULL,
    deleted_at  timestamptz,

    CONSTRAINT assignments_pkey PRIMARY KEY (id),
    CONSTRAINT assignments_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES patients (id),
    CONSTRAINT assignments_doctor_id_fkey FOREIGN KEY (doctor_id) REFERENCES doctors (id),
    CONSTRAINT assignments_assigned_by_fkey FOREIGN KEY (assigned_by) REFERENCES accounts (id),

    CONSTRAINT assignments_status_code CHECK (status IN ('active', 'inactive', 'completed')),
    CONSTRAINT assignments_notes_length CHECK (char_length(notes) <= 10000),
    CONSTRAINT assignments_reason_length CHECK (char_length(reason) <= 10000)
);

CREATE UNIQUE INDEX assignments_patient_doctor_key ON assignments (patient_id, doctor_id) WHERE deleted_at IS NULL;
CREATE INDEX assignments_by_doctor ON assignments (doctor_id, assigned_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX assignments_by_creator ON assignments (assigned_by, assigned_at DESC, id DESC)
    WHERE deleted_at IS NULL;
CREATE INDEX assignments_by_assignment ON assignments (assigned_at DESC, id DESC) WHERE deleted_at IS NULL;
