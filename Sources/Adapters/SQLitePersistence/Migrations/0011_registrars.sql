-- Who registered the patient of a mapping or an appointment: what the patient's created_by says, kept beside each, so
-- that the records of all patients whom an account registered lie side by side in an index. Triggers fill it and keep
-- it, whatever anybody writes into it.
ALTER TABLE assignments ADD COLUMN registered_by INTEGER;
ALTER TABLE appointments ADD COLUMN registered_by INTEGER;

UPDATE assignments SET registered_by = (SELECT created_by FROM patients WHERE id = patient_id);
UPDATE appointments SET registered_by = (SELECT created_by FROM patients WHERE id = patient_id);

CREATE TRIGGER assignments_registrar_on_insert AFTER INSERT ON assignments
BEGIN
    UPDATE assignments SET registered_by = (SELECT created_by FROM patients WHERE id = NEW.patient_id)
    WHERE id = NEW.id;
END;

CREATE TRIGGER assignments_registrar_on_update AFTER UPDATE OF patient_id, registered_by ON assignments
WHEN NEW.patient_id <> OLD.patient_id OR NEW.registered_by IS NOT OLD.registered_by
BEGIN
    UPDATE assignments SET registered_by = (SELECT created_by FROM patients WHERE id = NEW.patient_id)
    WHERE id = NEW.id;
END;

CREATE TRIGGER appointments_registrar_on_insert AFTER INSERT ON appointments
BEGIN
    UPDATE appointments SET registered_by = (SELECT created_by FROM patients WHERE id = NEW.patient_id)
    WHERE id = NEW.id;
END;

CREATE TRIGGER appointments_registrar_on_update AFTER UPDATE OF patient_id, registered_by ON appointments
WHEN NEW.patient_id <> OLD.patient_id OR NEW.registered_by IS NOT OLD.registered_by
BEGIN
    UPDATE appointments SET registered_by = (SELECT created_by FROM patients WHERE id = NEW.patient_id)
    WHERE id = NEW.id;
END;

CREATE TRIGGER patients_registrar_on_update AFTER UPDATE OF created_by ON patients
WHEN NEW.created_by <> OLD.created_by
BEGIN
    UPDATE assignments SET registered_by = NEW.created_by WHERE patient_id = NEW.id AND deleted_at IS NULL;
    UPDATE appointments SET registered_by = NEW.created_by WHERE patient_id = NEW.id AND deleted_at IS NULL;
END;

-- With all by which these lists are ordered, and their states: some thousands are sorted, and the rare ones of a state
-- met, without a look at other rows. The trigger fills the column when the row is there already, which enters the first
-- two only then.
CREATE INDEX assignments_by_registrar ON assignments (registered_by, assigned_at, status, updated_at)
WHERE deleted_at IS NULL AND registered_by IS NOT NULL;
CREATE INDEX appointments_by_registrar ON appointments (registered_by, starts_at, status, created_at, updated_at)
WHERE deleted_at IS NULL AND registered_by IS NOT NULL;

DROP INDEX appointments_by_creator;
CREATE INDEX appointments_by_creator ON appointments (created_by, starts_at, status, created_at, updated_at)
WHERE deleted_at IS NULL;
DROP INDEX patients_by_creator;
CREATE INDEX patients_by_creator ON patients (created_by, created_at, gender, blood_group) WHERE deleted_at IS NULL;
