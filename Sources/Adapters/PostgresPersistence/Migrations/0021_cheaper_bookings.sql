-- That the people of an appointment are there was asked by the statement that keeps it. The trigger asks now, which looks at
-- the patient anyway: so it is true of whatever anybody writes, and the statement has no tables to join and no policies of
-- theirs to make ready. Both rows are locked against being deleted meanwhile; a foreign key alone would be content with a
-- row that is marked as deleted. As before it runs as the owner; pg_temp is named so that it is not looked at first.
CREATE FUNCTION see_to_people() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
BEGIN
    IF TG_OP = 'UPDATE' AND NEW.patient_id = OLD.patient_id THEN
        SELECT created_by INTO NEW.registered_by FROM patients WHERE id = NEW.patient_id;
    ELSE
        SELECT created_by INTO NEW.registered_by
        FROM patients WHERE id = NEW.patient_id AND deleted_at IS NULL FOR KEY SHARE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'there is no such patient'
                USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'appointments_patient_is_there';
        END IF;
    END IF;
    IF TG_OP = 'INSERT' OR NEW.doctor_id <> OLD.doctor_id THEN
        PERFORM FROM doctors WHERE id = NEW.doctor_id AND deleted_at IS NULL FOR KEY SHARE;
        IF NOT FOUND THEN
            RAISE EXCEPTION 'there is no such doctor'
                USING ERRCODE = 'foreign_key_violation', CONSTRAINT = 'appointments_doctor_is_there';
        END IF;
    END IF;
    RETURN NEW;
END
$$;

DO $$
BEGIN
    EXECUTE format('ALTER FUNCTION see_to_people() SET search_path = %I, pg_temp', current_schema());
END
$$;

DROP TRIGGER appointments_registrar ON appointments;
CREATE TRIGGER appointments_people BEFORE INSERT OR UPDATE OF doctor_id, patient_id, registered_by ON appointments
    FOR EACH ROW EXECUTE FUNCTION see_to_people();

-- What an appointment may be: the same five rules as one function. Each statement that writes reads its table's rules from
-- their text and plans them, which took longer than asking them; what a function says its session keeps.
CREATE FUNCTION is_sound_appointment(
    starts_at timestamptz, ends_at timestamptz, status text, reason text, notes text
) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$
BEGIN
    RETURN starts_at >= TIMESTAMPTZ '1900-01-01 00:00:00Z' AND starts_at < TIMESTAMPTZ '3000-01-01 00:00:00Z'
        -- Whole minutes.
        AND ends_at - starts_at BETWEEN INTERVAL '5 minutes' AND INTERVAL '24 hours'
        AND extract(epoch FROM ends_at - starts_at) % 60 = 0
        AND status IN ('SCHEDULED', 'CHECKED_IN', 'COMPLETED', 'CANCELLED', 'NO_SHOW')
        AND char_length(reason) <= 10000
        AND char_length(notes) <= 10000;
END
$$;

ALTER TABLE appointments
    DROP CONSTRAINT appointments_starts_at_range,
    DROP CONSTRAINT appointments_length,
    DROP CONSTRAINT appointments_status_code,
    DROP CONSTRAINT appointments_reason_length,
    DROP CONSTRAINT appointments_notes_length,
    ADD CONSTRAINT appointments_sound CHECK (is_sound_appointment(starts_at, ends_at, status, reason, notes));
