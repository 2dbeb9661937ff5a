-- People who can sign in. Instants are microseconds since 1970, dates YYYY-MM-DD, blank texts ''.
CREATE TABLE accounts (
    id            INTEGER PRIMARY KEY AUTOINCREMENT,
    username      TEXT    NOT NULL CONSTRAINT accounts_username_length CHECK (length(username) BETWEEN 1 AND 150),
    username_key  TEXT    NOT NULL,
    email         TEXT    NOT NULL CONSTRAINT accounts_email_length CHECK (length(email) BETWEEN 1 AND 254),
    email_key     TEXT    NOT NULL,
    first_name    TEXT    NOT NULL CONSTRAINT accounts_first_name_length CHECK (length(first_name) <= 150),
    last_name     TEXT    NOT NULL CONSTRAINT accounts_last_name_length CHECK (length(last_name) <= 150),
    phone_number  TEXT    NOT NULL CONSTRAINT accounts_phone_number_length CHECK (length(phone_number) <= 20),
    address       TEXT    NOT NULL CONSTRAINT accounts_address_length CHECK (length(address) <= 10000),
    date_of_birth TEXT    CONSTRAINT accounts_date_of_birth_form
                          CHECK (date_of_birth GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    password_hash TEXT    NOT NULL,
    role          TEXT    NOT NULL CONSTRAINT accounts_role_code CHECK (role IN ('staff', 'doctor', 'patient', 'admin')),
    doctor_id     INTEGER CONSTRAINT accounts_doctor_id_fkey REFERENCES doctors (id),
    patient_id    INTEGER CONSTRAINT accounts_patient_id_fkey REFERENCES patients (id),
    is_active     INTEGER NOT NULL CONSTRAINT accounts_is_active_code CHECK (is_active IN (0, 1)),
    created_at    INTEGER NOT NULL,
    updated_at    INTEGER NOT NULL
) STRICT;

CREATE UNIQUE INDEX accounts_username_key ON accounts (username_key);
CREATE UNIQUE INDEX accounts_email_key ON accounts (email_key);
CREATE INDEX accounts_by_doctor ON accounts (doctor_id) WHERE doctor_id IS NOT NULL;
CREATE INDEX accounts_by_patient ON accounts (patient_id) WHERE patient_id IS NOT NULL;

-- SQLite reports a unique index by its columns, inside a sentence of its own. These triggers say the constraint's
-- name and nothing else. With one writer at a time they see all there is; the indexes are the safety net.
CREATE TRIGGER accounts_unique_on_insert BEFORE INSERT ON accounts
BEGIN
    SELECT RAISE(ABORT, 'accounts_username_key')
    WHERE EXISTS (SELECT 1 FROM accounts AS other WHERE other.username_key = NEW.username_key);
    SELECT RAISE(ABORT, 'accounts_email_key')
    WHERE EXISTS (SELECT 1 FROM accounts AS other WHERE other.email_key = NEW.email_key);
END;

CREATE TRIGGER accounts_unique_on_update BEFORE UPDATE OF username_key, email_key ON accounts
BEGIN
    SELECT RAISE(ABORT, 'accounts_username_key')
    WHERE EXISTS (SELECT 1 FROM accounts AS other WHERE other.username_key = NEW.username_key AND other.id <> NEW.id);
    SELECT RAISE(ABORT, 'accounts_email_key')
    WHERE EXISTS (SELECT 1 FROM accounts AS other WHERE other.email_key = NEW.email_key AND other.id <> NEW.id);
END;
