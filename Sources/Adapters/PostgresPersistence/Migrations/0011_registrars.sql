-- Who registered the patient of a mapping or an appointment: what the patient's created_by says, kept beside each, so
-- that the records of all patients whom an account registered lie side by side in an index. Triggers fill it and keep
-- it, whatever anybody writes into it.
CREATE FUNCTION registrar_of(patient bigint) RETURNS bigint LANGUAGE sql STABLE
RETURN (SELECT created_by FROM patients WHERE id = patient);

-- Changing the type writes the tables and their indexes anew, once; an UPDATE would leave every row and its entries
-- there twice.
ALTER TABLE assignments ADD COLUMN registered_by bigint;
ALTER TABLE assignments
    ALTER COLUMN registered_by TYPE bigint USING registrar_of(patient_id),
    ALTER COLUMN registered_by SET NOT NULL;
ALTER TABLE appointments ADD COLUMN registered_by bigint;
ALTER TABLE appointments
    ALTER COLUMN registered_by TYPE bigint USING registrar_of(patient_id),
    ALTER COLUMN registered_by SET NOT NULL;

CREATE FUNCTION set_registrar() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.registered_by := registrar_of(NEW.patient_id);
    RETURN NEW;
END
$$;

CREATE TRIGGER assignments_registrar BEFORE INSERT OR UPDATE OF patient_id, registered_by ON assignments
    FOR EACH ROW EXECUTE FUNCTION set_registrar();
CREATE TRIGGER appointments_registrar BEFORE INSERT OR UPDATE OF patient_id, registered_by ON appointments
    FOR EACH ROW EXECUTE FUNCTION set_registrar();

CREATE FUNCTION pass_registrar_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE assignments SET registered_by = NEW.created_by WHERE patient_id = NEW.id AND deleted_at IS NULL;
    UPDATE appointments SET registered_by = NEW.created_by WHERE patient_id = NEW.id AND deleted_at IS NULL;
    RETURN NULL;
END
$$;

CREATE TRIGGER patients_registrar AFTER UPDATE OF created_by ON patients
    FOR EACH ROW WHEN (NEW.created_by <> OLD.created_by) EXECUTE FUNCTION pass_registrar_on();

-- With all by which such lists are ordered, and their states: some thousands are sorted without a look at their rows.
CREATE INDEX assignments_by_registrar ON assignments (registered_by, assigned_at DESC, id DESC)
    INCLUDE (status, updated_at) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_registrar ON appointments (registered_by, starts_at, id)
    INCLUDE (status, created_at, updated_at) WHERE deleted_at IS NULL;

-- The other way of being related to an appointment, likewise. By patient, lists are short.
DROP INDEX appointments_by_creator, appointments_by_patient;
CREATE INDEX appointments_by_creator ON appointments (created_by, starts_at, id)
    INCLUDE (status, created_at, updated_at) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_patient ON appointments (patient_id, starts_at, id) WHERE deleted_at IS NULL;

-- What the planner has to know of the new columns.
ANALYZE assignments, appointments;
