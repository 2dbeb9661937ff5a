-- What administrators see and decide of accounts: when somebody last signed in, and to whom an account is linked; a
-- doctor or a patient has one account at most. search_text as for patients; folded by the program.
ALTER TABLE accounts ADD COLUMN last_sign_in_at INTEGER;
ALTER TABLE accounts ADD COLUMN search_text TEXT NOT NULL DEFAULT '';
UPDATE accounts
SET last_sign_in_at = (SELECT max(started_at) FROM sessions WHERE account_id = accounts.id),
    search_text = username || char(10) || email || char(10) || first_name || char(10) || last_name;

DROP INDEX accounts_by_doctor;
DROP INDEX accounts_by_patient;
CREATE UNIQUE INDEX accounts_doctor_key ON accounts (doctor_id) WHERE doctor_id IS NOT NULL;
CREATE UNIQUE INDEX accounts_patient_key ON accounts (patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX accounts_administrators ON accounts (role) WHERE role = 'admin';
CREATE INDEX accounts_by_username ON accounts (username);
CREATE INDEX accounts_by_creation ON accounts (created_at);
CREATE INDEX accounts_by_change ON accounts (updated_at);

-- Say the constraint's name, as in 0001_accounts.
CREATE TRIGGER accounts_links_on_insert BEFORE INSERT ON accounts
BEGIN
    SELECT RAISE(ABORT, 'accounts_doctor_key')
    WHERE EXISTS (SELECT 1 FROM accounts AS other WHERE other.doctor_id = NEW.doctor_id);
    SELECT RAISE(ABORT, 'accounts_patient_key')
    WHERE EXISTS (SELECT 1 FROM accounts AS other WHERE other.patient_id = NEW.patient_id);
END;

CREATE TRIGGER accounts_links_on_update BEFORE UPDATE OF doctor_id, patient_id ON accounts
BEGIN
    SELECT RAISE(ABORT, 'accounts_doctor_key')
    WHERE EXISTS (SELECT 1 FROM accounts AS other WHERE other.doctor_id = NEW.doctor_id AND other.id <> NEW.id);
    SELECT RAISE(ABORT, 'accounts_patient_key')
    WHERE EXISTS (SELECT 1 FROM accounts AS other WHERE other.patient_id = NEW.patient_id AND other.id <> NEW.id);
END;
