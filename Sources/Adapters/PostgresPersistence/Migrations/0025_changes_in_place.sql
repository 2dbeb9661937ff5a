-- When each patient was changed last, for lists in that order. Where it was in an index of the patients, each change entered
-- all of their indexes anew; now one of what is in no list's order, such as a medical history, enters none, and the row's
-- next version lies beside the one before it (decision 0044).
CREATE TABLE patient_updates (
    patient_id bigint NOT NULL,
    updated_at timestamptz NOT NULL,

    -- Rows come from the trigger below alone, and patients' rows stay: a foreign key would have nothing to find.
    CONSTRAINT patient_updates_pkey PRIMARY KEY (patient_id)
);

-- Deleted patients are in no list, and so have no row.
CREATE FUNCTION note_patient_update() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF NEW.deleted_at IS NOT NULL THEN
        DELETE FROM patient_updates WHERE patient_id = NEW.id;
    ELSE
        INSERT INTO patient_updates (patient_id, updated_at)
        VALUES (NEW.id, NEW.updated_at)
        ON CONFLICT (patient_id) DO UPDATE SET updated_at = EXCLUDED.updated_at;
    END IF;
    RETURN NULL;
END
$$;

-- It runs as the owner, whoever changes a patient; pg_temp is named so that it is not looked at first.
DO $$
BEGIN
    EXECUTE format('ALTER FUNCTION note_patient_update() SET search_path = %I, pg_temp', current_schema());
END
$$;

-- From here on nobody changes patients until the end.
CREATE TRIGGER patients_note_registration AFTER INSERT ON patients
    FOR EACH ROW EXECUTE FUNCTION note_patient_update();
CREATE TRIGGER patients_note_update AFTER UPDATE OF updated_at, deleted_at ON patients
    FOR EACH ROW WHEN (
        OLD.updated_at IS DISTINCT FROM NEW.updated_at OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at)
    EXECUTE FUNCTION note_patient_update();

INSERT INTO patient_updates (patient_id, updated_at)
SELECT id, updated_at FROM patients WHERE deleted_at IS NULL;
CREATE INDEX patient_updates_by_time ON patient_updates (updated_at, patient_id);
ANALYZE patient_updates;

-- Room in each page for the next versions of its rows.
ALTER TABLE patients SET (fillfactor = 85);
DROP INDEX patients_by_update;

-- What gathers of patients in the audit trail is entered sooner, a little at a time: with four megabytes of it whoever kept
-- the event that was one too many had all others wait for a tenth of a second.
ALTER INDEX audit_events_by_patient SET (gin_pending_list_limit = 512);
