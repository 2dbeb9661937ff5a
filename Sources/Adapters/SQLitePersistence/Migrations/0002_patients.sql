-- People who are treated. Deleted rows stay for the audit and keep their numbers.
CREATE TABLE patients (
    id                      INTEGER PRIMARY KEY AUTOINCREMENT,
    first_name              TEXT    NOT NULL CONSTRAINT patients_first_name_length CHECK (length(first_name) BETWEEN 1 AND 100),
    last_name               TEXT    NOT NULL CONSTRAINT patients_last_name_length CHECK (length(last_name) BETWEEN 1 AND 100),
    date_of_birth           TEXT    NOT NULL CONSTRAINT patients_date_of_birth_form
                                    CHECK (date_of_birth GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
    gender                  TEXT    NOT NULL CONSTRAINT patients_gender_code CHECK (gender IN ('M', 'F', 'O')),
    blood_group             TEXT    NOT NULL CONSTRAINT patients_blood_group_code
                                    CHECK (blood_group IN ('', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-')),
    phone_number            TEXT    NOT NULL CONSTRAINT patients_phone_number_length
                                    CHECK (length(phone_number) BETWEEN 1 AND 20),
    email                   TEXT    NOT NULL CONSTRAINT patients_email_length CHECK (length(email) <= 254),
    address                 TEXT    NOT NULL CONSTRAINT patients_address_length CHECK (length(address) <= 10000),
    emergency_contact_name  TEXT    NOT NULL CONSTRAINT patients_emergency_contact_name_length
                                    CHECK (length(emergency_contact_name) <= 100),
    emergency_contact_phone TEXT    NOT NULL CONSTRAINT patients_emergency_contact_phone_length
                                    CHECK (length(emergency_contact_phone) <= 20),
    medical_history         TEXT    NOT NULL CONSTRAINT patients_medical_history_length
                                    CHECK (length(medical_history) <= 10000),
    allergies               TEXT    NOT NULL CONSTRAINT patients_allergies_length CHECK (length(allergies) <= 10000),
    current_medications     TEXT    NOT NULL CONSTRAINT patients_current_medications_length
                                    CHECK (length(current_medications) <= 10000),
    insurance_provider      TEXT    NOT NULL CONSTRAINT patients_insurance_provider_length
                                    CHECK (length(insurance_provider) <= 100),
    insurance_number        TEXT    NOT NULL CONSTRAINT patients_insurance_number_length
                                    CHECK (length(insurance_number) <= 50),
    -- The searched members in lower case, one a line.
    search_text             TEXT    NOT NULL,
    created_by              INTEGER NOT NULL CONSTRAINT patients_created_by_fkey REFERENCES accounts (id),
    created_at              INTEGER NOT NULL,
    updated_at              INTEGER NOT NULL,
    deleted_at              INTEGER
) STRICT;

-- The row's number is the last key of every index, so these give "newest first" with ties by number.
CREATE INDEX patients_by_creator ON patients (created_by, created_at) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_creation ON patients (created_at) WHERE deleted_at IS NULL;
