-- Lists of many records, by any key, and words in them. Where many records share a value there is an index for each
-- direction, since ties come by number, ascending; elsewhere the few that are equal are sorted.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

-- Without a list of pending entries: it would be read whole by every search.
CREATE INDEX patients_by_search_text ON patients USING gin (search_text gin_trgm_ops) WITH (fastupdate = off)
    WHERE deleted_at IS NULL;
-- How often a word occurs decides whether the index is asked; a hundred samples could not tell.
ALTER TABLE patients ALTER COLUMN search_text SET STATISTICS 1000;

CREATE INDEX patients_by_first_name ON patients (first_name, id) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_first_name_descending ON patients (first_name DESC, id) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_last_name ON patients (last_name, id) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_last_name_descending ON patients (last_name DESC, id) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_date_of_birth ON patients (date_of_birth, id) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_update ON patients (updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_gender ON patients (gender, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_blood_group ON patients (blood_group, created_at DESC, id DESC) WHERE deleted_at IS NULL;

CREATE INDEX doctors_by_first_name ON doctors (first_name, id) WHERE deleted_at IS NULL;
CREATE INDEX doctors_by_years ON doctors (years_of_experience, id) WHERE deleted_at IS NULL;
CREATE INDEX doctors_by_creation ON doctors (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX doctors_by_update ON doctors (updated_at, id) WHERE deleted_at IS NULL;

CREATE INDEX assignments_by_status ON assignments (status, id) WHERE deleted_at IS NULL;
CREATE INDEX assignments_by_status_descending ON assignments (status DESC, id) WHERE deleted_at IS NULL;
CREATE INDEX assignments_by_update ON assignments (updated_at, id) WHERE deleted_at IS NULL;
CREATE INDEX assignments_not_active ON assignments (assigned_at DESC, id DESC)
    WHERE deleted_at IS NULL AND status <> 'active';

CREATE INDEX appointments_by_status ON appointments (status, id) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_status_descending ON appointments (status DESC, id) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_status_and_start ON appointments (status, starts_at, id) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_creation ON appointments (created_at, id) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_update ON appointments (updated_at, id) WHERE deleted_at IS NULL;

-- With what lists are ordered and narrowed by, so that those of the patients whom somebody registered are found without
-- looking at each row.
DROP INDEX appointments_by_patient;
CREATE INDEX appointments_by_patient ON appointments (patient_id, starts_at, id)
    INCLUDE (status, created_at, updated_at) WHERE deleted_at IS NULL;
