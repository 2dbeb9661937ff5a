-- Records that know less: a patient or doctor without a telephone, a doctor without a licence, a date of birth that
-- is an estimate. And patients who claim their e-mail address, which no other claiming patient may have.
--
-- SQLite cannot change a CHECK. A column that takes the old one's place needs no rebuilt table: foreign keys, indexes
-- and triggers stay as they are.

ALTER TABLE patients ADD COLUMN known_phone_number TEXT NOT NULL DEFAULT ''
    CONSTRAINT patients_phone_number_length CHECK (length(known_phone_number) <= 20);
UPDATE patients SET known_phone_number = phone_number;
ALTER TABLE patients DROP COLUMN phone_number;
ALTER TABLE patients RENAME COLUMN known_phone_number TO phone_number;

ALTER TABLE patients ADD COLUMN date_of_birth_is_estimated INTEGER NOT NULL DEFAULT 0
    CONSTRAINT patients_date_of_birth_is_estimated_code CHECK (date_of_birth_is_estimated IN (0, 1));
ALTER TABLE patients ADD COLUMN claims_email INTEGER NOT NULL DEFAULT 0
    CONSTRAINT patients_claims_email_code CHECK (claims_email IN (0, 1));

CREATE UNIQUE INDEX patients_email_key ON patients (email)
WHERE claims_email = 1 AND email <> '' AND deleted_at IS NULL;

-- Say the constraint's name, as in 0001_accounts.
CREATE TRIGGER patients_unique_on_insert BEFORE INSERT ON patients
WHEN NEW.claims_email = 1 AND NEW.email <> '' AND NEW.deleted_at IS NULL
BEGIN
    SELECT RAISE(ABORT, 'patients_email_key')
    WHERE EXISTS (
        SELECT 1 FROM patients AS other
        WHERE other.email = NEW.email AND other.email <> '' AND other.claims_email = 1 AND other.deleted_at IS NULL
    );
END;

CREATE TRIGGER patients_unique_on_update BEFORE UPDATE OF email, claims_email, deleted_at ON patients
WHEN NEW.claims_email = 1 AND NEW.email <> '' AND NEW.deleted_at IS NULL
BEGIN
    SELECT RAISE(ABORT, 'patients_email_key')
    WHERE EXISTS (
        SELECT 1 FROM patients AS other
        WHERE other.email = NEW.email AND other.email <> '' AND other.claims_email = 1 AND other.deleted_at IS NULL
            AND other.id <> NEW.id
    );
END;

ALTER TABLE doctors ADD COLUMN known_phone_number TEXT NOT NULL DEFAULT ''
    CONSTRAINT doctors_phone_number_length CHECK (length(known_phone_number) <= 20);
UPDATE doctors SET known_phone_number = phone_number;
ALTER TABLE doctors DROP COLUMN phone_number;
ALTER TABLE doctors RENAME COLUMN known_phone_number TO phone_number;

DROP TRIGGER doctors_unique_on_insert;
DROP TRIGGER doctors_unique_on_update;
DROP INDEX doctors_license_number_key;

ALTER TABLE doctors ADD COLUMN known_license_number TEXT NOT NULL DEFAULT ''
    CONSTRAINT doctors_license_number_length CHECK (length(known_license_number) <= 50);
UPDATE doctors SET known_license_number = license_number;
ALTER TABLE doctors DROP COLUMN license_number;
ALTER TABLE doctors RENAME COLUMN known_license_number TO license_number;

CREATE UNIQUE INDEX doctors_license_number_key ON doctors (license_number)
WHERE license_number <> '' AND deleted_at IS NULL;

CREATE TRIGGER doctors_unique_on_insert BEFORE INSERT ON doctors
WHEN NEW.deleted_at IS NULL
BEGIN
    SELECT RAISE(ABORT, 'doctors_license_number_key')
    WHERE EXISTS (
        SELECT 1 FROM doctors AS other
        WHERE other.license_number = NEW.license_number AND other.license_number <> '' AND other.deleted_at IS NULL
    );
    SELECT RAISE(ABORT, 'doctors_email_key')
    WHERE EXISTS (SELECT 1 FROM doctors AS other WHERE other.email = NEW.email AND other.deleted_at IS NULL);
END;

CREATE TRIGGER doctors_unique_on_update BEFORE UPDATE OF license_number, email, deleted_at ON doctors
WHEN NEW.deleted_at IS NULL
BEGIN
    SELECT RAISE(ABORT, 'doctors_license_number_key')
    WHERE EXISTS (
        SELECT 1 FROM doctors AS other
        WHERE other.license_number = NEW.license_number AND other.license_number <> '' AND other.deleted_at IS NULL
            AND other.id <> NEW.id
    );
    SELECT RAISE(ABORT, 'doctors_email_key')
    WHERE EXISTS (
        SELECT 1 FROM doctors AS other
        WHERE other.email = NEW.email AND other.deleted_at IS NULL AND other.id <> NEW.id
    );
END;
