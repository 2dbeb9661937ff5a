-- Whoever writes a mapping or an appointment may say who registered the patient: where that is right, the row is not
-- written a second time. What is wrong or missing is put right as before.
DROP TRIGGER assignments_registrar_on_insert;
CREATE TRIGGER assignments_registrar_on_insert AFTER INSERT ON assignments
WHEN NEW.registered_by IS NOT (SELECT created_by FROM patients WHERE id = NEW.patient_id)
BEGIN
    UPDATE assignments SET registered_by = (SELECT created_by FROM patients WHERE id = NEW.patient_id)
    WHERE id = NEW.id;
END;

DROP TRIGGER appointments_registrar_on_insert;
CREATE TRIGGER appointments_registrar_on_insert AFTER INSERT ON appointments
WHEN NEW.registered_by IS NOT (SELECT created_by FROM patients WHERE id = NEW.patient_id)
BEGIN
    UPDATE appointments SET registered_by = (SELECT created_by FROM patients WHERE id = NEW.patient_id)
    WHERE id = NEW.id;
END;
