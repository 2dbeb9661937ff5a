-- What administrators see and decide of accounts: when somebody last signed in, and to whom an account is linked; a
-- doctor or a patient has one account at most. search_text as for patients; folded by the program.
ALTER TABLE accounts
    ADD COLUMN last_sign_in_at timestamptz,
    ADD COLUMN search_text     text COLLATE "C" NOT NULL DEFAULT '';

UPDATE accounts
SET last_sign_in_at = (SELECT max(started_at) FROM sessions WHERE account_id = accounts.id),
    search_text = username || E'\n' || email || E'\n' || first_name || E'\n' || last_name;

CREATE UNIQUE INDEX accounts_doctor_key ON accounts (doctor_id) WHERE doctor_id IS NOT NULL;
CREATE UNIQUE INDEX accounts_patient_key ON accounts (patient_id) WHERE patient_id IS NOT NULL;
CREATE INDEX accounts_administrators ON accounts (id) WHERE role = 'admin';
CREATE INDEX accounts_by_username ON accounts (username, id);
CREATE INDEX accounts_by_creation ON accounts (created_at, id);
CREATE INDEX accounts_by_change ON accounts (updated_at, id);
