-- When each patient was changed last, for lists in that order. Where it was in an index of the patients, each change entered
-- all of their indexes anew; now one of what is in no list's order, such as a medical history, enters none, and the row's
-- next version lies beside the one before it (decision 0044).
CREATE TABLE patient_updates (
    patient_id bigint NOT NULL,
    updated_at timestamptz NOT NULL,

    -- Rows come from the trigger below alone, and patients' rows stay: a foreign key would have nothing to find.
    CONSTRAINT patient_updates_pkey PRIMARY KEY (patient_id)
);

-- Two functions that run as the owner, whoever writes. They name the schema of what they use: a search_path set for each call
-- has their plans looked over each time, a quarter of what a change took and a fifth of a booking.
DO $$
BEGIN
    -- Deleted patients are in no list, and so have no row.
    EXECUTE format($source$
        CREATE FUNCTION note_patient_update() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $body$
        BEGIN
            IF NEW.deleted_at IS NOT NULL THEN
                DELETE FROM %1$I.patient_updates WHERE patient_id OPERATOR(pg_catalog.=) NEW.id;
            ELSE
                INSERT INTO %1$I.patient_updates (patient_id, updated_at)
                VALUES (NEW.id, NEW.updated_at)
                ON CONFLICT (patient_id) DO UPDATE SET updated_at = EXCLUDED.updated_at;
            END IF;
            RETURN NULL;
        END
        $body$ $source$, current_schema());

    -- As 0021 made it, but for the names.
    EXECUTE format($source$
        CREATE OR REPLACE FUNCTION see_to_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $body$
        BEGIN
            IF TG_OP OPERATOR(pg_catalog.=) 'UPDATE' AND NEW.patient_id OPERATOR(pg_catalog.=) OLD.patient_id THEN
                SELECT created_by INTO NEW.registered_by
                FROM %1$I.patients WHERE id OPERATOR(pg_catalog.=) NEW.patient_id;
            ELSE
                SELECT created_by INTO NEW.registered_by
                FROM %1$I.patients WHERE id OPERATOR(pg_catalog.=) NEW.patient_id AND deleted_at IS NULL FOR KEY SHARE;
                IF NOT FOUND THEN
                    RAISE EXCEPTION 'there is no such patient'
                        USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'appointments_patient_is_there';
                END IF;
            END IF;
            IF TG_OP OPERATOR(pg_catalog.=) 'INSERT' OR NEW.doctor_id OPERATOR(pg_catalog.<>) OLD.doctor_id THEN
                PERFORM FROM %1$I.doctors
                WHERE id OPERATOR(pg_catalog.=) NEW.doctor_id AND deleted_at IS NULL FOR KEY SHARE;
                IF NOT FOUND THEN
                    RAISE EXCEPTION 'there is no such doctor'
                        USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'appointments_doctor_is_there';
                END IF;
            END IF;
            RETURN NEW;
        END
        $body$ $source$, current_schema());
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
