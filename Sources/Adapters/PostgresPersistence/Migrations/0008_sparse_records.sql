-- Records that know less: a patient or doctor without a telephone, a doctor without a licence, a date of birth that
-- is an estimate. And patients who claim their e-mail address, which no other claiming patient may have.
ALTER TABLE patients
    DROP CONSTRAINT patients_phone_number_length,
    ADD CONSTRAINT patients_phone_number_length CHECK (char_length(phone_number) <= 20),
    ADD COLUMN date_of_birth_is_estimated boolean NOT NULL DEFAULT FALSE,
    ADD COLUMN claims_email boolean NOT NULL DEFAULT FALSE;

CREATE UNIQUE INDEX patients_email_key ON patients (email)
    WHERE claims_email AND email <> '' AND deleted_at IS NULL;

ALTER TABLE doctors
    DROP CONSTRAINT doctors_license_number_length,
    ADD CONSTRAINT doctors_license_number_length CHECK (char_length(license_number) <= 50),
    DROP CONSTRAINT doctors_phone_number_length,
    ADD CONSTRAINT doctors_phone_number_length CHECK (char_length(phone_number) <= 20);

-- Both, so that the licence's stays the older one, which is checked and reported first.
DROP INDEX doctors_license_number_key, doctors_email_key;
CREATE UNIQUE INDEX doctors_license_number_key ON doctors (license_number)
    WHERE license_number <> '' AND deleted_at IS NULL;
CREATE UNIQUE INDEX doctors_email_key ON doctors (email) WHERE deleted_at IS NULL;
