-- People who treat. Deleted rows stay for the audit and keep their numbers; licence and e-mail are free again.
CREATE TABLE doctors (
    id                           INTEGER PRIMARY KEY AUTOINCREMENT,
    first_name                   TEXT    NOT NULL CONSTRAINT doctors_first_name_length
                                         CHECK (length(first_name) BETWEEN 1 AND 100),
    last_name                    TEXT    NOT NULL CONSTRAINT doctors_last_name_length
                                         CHECK (length(last_name) BETWEEN 1 AND 100),
    specialization               TEXT    NOT NULL CONSTRAINT doctors_specialization_length
                                         CHECK (length(specialization) BETWEEN 1 AND 100),
    license_number               TEXT    NOT NULL CONSTRAINT doctors_license_number_length
                                         CHECK (length(license_number) BETWEEN 1 AND 50),
    phone_number                 TEXT    NOT NULL CONSTRAINT doctors_phone_number_length
                                         CHECK (length(phone_number) BETWEEN 1 AND 20),
    email                        TEXT    NOT NULL CONSTRAINT doctors_email_length CHECK (length(email) BETWEEN 1 AND 254),
    gender                       TEXT    NOT NULL CONSTRAINT doctors_gender_code CHECK (gender IN ('M', 'F', 'O')),
    address                      TEXT    NOT NULL CONSTRAINT doctors_address_length CHECK (length(address) <= 10000),
    date_of_birth                TEXT    CONSTRAINT doctors_date_of_birth_form
                                         CHECK (date_of_birth GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    years_of_experience          INTEGER NOT NULL CONSTRAINT doctors_years_of_experience_range
                                         CHECK (years_of_experience BETWEEN 0 AND 80),
    education                    TEXT    NOT NULL CONSTRAINT doctors_education_length CHECK (length(education) <= 10000),
    certifications               TEXT    NOT NULL CONSTRAINT doctors_certifications_length
                                         CHECK (length(certifications) <= 10000),
    languages_spoken             TEXT    NOT NULL CONSTRAINT doctors_languages_spoken_length
                                         CHECK (length(languages_spoken) <= 200),
    -- Hundredths of the currency's unit.
    consultation_fee             INTEGER CONSTRAINT doctors_consultation_fee_range
                                         CHECK (consultation_fee BETWEEN 0 AND 9999999999),
    is_available                 INTEGER NOT NULL CONSTRAINT doctors_is_available_code CHECK (is_available IN (0, 1)),
    max_appointments_per_day     INTEGER CONSTRAINT doctors_max_appointments_per_day_range
                                         CHECK (max_appointments_per_day BETWEEN 0 AND 200),
    -- The searched members in lower case, one a line.
    search_text                  TEXT    NOT NULL,
    created_at                   INTEGER NOT NULL,
    updated_at                   INTEGER NOT NULL,
    deleted_at                   INTEGER
) STRICT;

CREATE UNIQUE INDEX doctors_license_number_key ON doctors (license_number) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX doctors_email_key ON doctors (email) WHERE deleted_at IS NULL;
CREATE INDEX doctors_by_name ON doctors (last_name, first_name) WHERE deleted_at IS NULL;

-- Say the constraint's name, as in 0001_accounts.
CREATE TRIGGER doctors_unique_on_insert BEFORE INSERT ON doctors
WHEN NEW.deleted_at IS NULL
BEGIN
    SELECT RAISE(ABORT, 'doctors_license_number_key')
    WHERE EXISTS (
        SELECT 1 FROM doctors AS other
        WHERE other.license_number = NEW.license_number AND other.deleted_at IS NULL
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
        WHERE other.license_number = NEW.license_number AND other.deleted_at IS NULL AND other.id <> NEW.id
    );
    SELECT RAISE(ABORT, 'doctors_email_key')
    WHERE EXISTS (
        SELECT 1 FROM doctors AS other
        WHERE other.email = NEW.email AND other.deleted_at IS NULL AND other.id <> NEW.id
    );
END;
