-- When each patient was changed last, for lists in that order. Where it was in an index of the patients, each change entered
-- all of their indexes anew; now one of what is in no list's order, such as a medical history, enters none, and the row's
-- next version lies beside the one before it (decision 0044). And who made the record, whose lists are read from there.
--
-- Nobody reads or changes patients until the end: whoever had one locked already would wait for this, and this for them.
LOCK TABLE patients IN ACCESS EXCLUSIVE MODE;

CREATE TABLE patient_updates (
    patient_id bigint NOT NULL,
    created_by bigint NOT NULL,
    updated_at timestamptz NOT NULL,

    -- Rows come from the trigger below alone, and patients' rows stay: a foreign key would have nothing to find.
    CONSTRAINT patient_updates_pkey PRIMARY KEY (patient_id)
);

-- Two functions that run as the owner, whoever writes. They name the schema of what they use: a search_path set for each call
-- has their plans looked over each time, a quarter of what a change took and a sixth of a booking.
DO $$
BEGIN
    -- Deleted patients are in no list, and so have no row.
    EXECUTE format($source$
        CREATE FUNCTION note_patient_update() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $body$
        BEGIN
            IF NEW.deleted_at IS NOT NULL THEN
                DELETE FROM %1$I.patient_updates WHERE patient_id OPERATOR(pg_catalog.=) NEW.id;
            ELSE
                INSERT INTO %1$I.patient_updates (patient_id, created_by, updated_at)
                VALUES (NEW.id, NEW.created_by, NEW.updated_at)
                ON CONFLICT (patient_id) DO UPDATE
                SET created_by = EXCLUDED.created_by, updated_at = EXCLUDED.updated_at;
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

-- Whoever may call them may hang them on a table of their own, whose types have functions of their own, to be run by the owner.
-- A trigger that is there runs, whoever has changed its table.
REVOKE EXECUTE ON FUNCTION note_patient_update(), see_to_people(), set_registrar(), pass_registrar_on() FROM PUBLIC;

CREATE TRIGGER patients_note_registration AFTER INSERT ON patients
    FOR EACH ROW EXECUTE FUNCTION note_patient_update();
CREATE TRIGGER patients_note_update AFTER UPDATE OF created_by, updated_at, deleted_at ON patients
    FOR EACH ROW WHEN (
        OLD.updated_at IS DISTINCT FROM NEW.updated_at OR OLD.deleted_at IS DISTINCT FROM NEW.deleted_at
        OR OLD.created_by IS DISTINCT FROM NEW.created_by)
    EXECUTE FUNCTION note_patient_update();

INSERT INTO patient_updates (patient_id, created_by, updated_at)
SELECT id, created_by, updated_at FROM patients WHERE deleted_at IS NULL;
CREATE INDEX patient_updates_by_time ON patient_updates (updated_at, patient_id);
CREATE INDEX patient_updates_by_creator ON patient_updates (created_by, updated_at, patient_id);
ANALYZE patient_updates;

-- What a patient may be: the same fifteen rules as one function, as for appointments since 0021. Each statement that writes
-- planned its table's rules anew, a third of what a change took.
CREATE FUNCTION is_sound_patient(
    first_name text, last_name text, date_of_birth date, gender text, blood_group text, phone_number text, email text,
    address text, emergency_contact_name text, emergency_contact_phone text, medical_history text, allergies text,
    current_medications text, insurance_provider text, insurance_number text
) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN char_length(first_name) BETWEEN 1 AND 100
        AND char_length(last_name) BETWEEN 1 AND 100
        AND date_of_birth >= DATE '1900-01-01'
        AND gender IN ('M', 'F', 'O')
        AND blood_group IN ('', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-')
        AND char_length(phone_number) <= 20
        AND char_length(email) <= 254
        AND char_length(address) <= 10000
        AND char_length(emergency_contact_name) <= 100
        AND char_length(emergency_contact_phone) <= 20
        AND char_length(medical_history) <= 10000
        AND char_length(allergies) <= 10000
        AND char_length(current_medications) <= 10000
        AND char_length(insurance_provider) <= 100
        AND char_length(insurance_number) <= 50;
END
$$;

ALTER TABLE patients
    DROP CONSTRAINT patients_first_name_length,
    DROP CONSTRAINT patients_last_name_length,
    DROP CONSTRAINT patients_date_of_birth_range,
    DROP CONSTRAINT patients_gender_code,
    DROP CONSTRAINT patients_blood_group_code,
    DROP CONSTRAINT patients_phone_number_length,
    DROP CONSTRAINT patients_email_length,
    DROP CONSTRAINT patients_address_length,
    DROP CONSTRAINT patients_emergency_contact_name_length,
    DROP CONSTRAINT patients_emergency_contact_phone_length,
    DROP CONSTRAINT patients_medical_history_length,
    DROP CONSTRAINT patients_allergies_length,
    DROP CONSTRAINT patients_current_medications_length,
    DROP CONSTRAINT patients_insurance_provider_length,
    DROP CONSTRAINT patients_insurance_number_length,
    ADD CONSTRAINT patients_sound CHECK (is_sound_patient(
        first_name, last_name, date_of_birth, gender, blood_group, phone_number, email, address, emergency_contact_name,
        emergency_contact_phone, medical_history, allergies, current_medications, insurance_provider, insurance_number));

-- Room in each page for the next versions of its rows.
ALTER TABLE patients SET (fillfactor = 85);
DROP INDEX patients_by_update;
