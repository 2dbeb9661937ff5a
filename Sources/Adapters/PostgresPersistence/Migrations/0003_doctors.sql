-- Who treats. A deleted doctor keeps its row, for the audit; its licence and e-mail address are free again.
-- consultation_fee counts hundredths. search_text as for patients.
CREATE TABLE doctors (
    id                       bigint GENERATED ALWAYS AS IDENTITY,
    first_name               text COLLATE "C" NOT NULL,
    last_name                text COLLATE "C" NOT NULL,
    specialization           text COLLATE "C" NOT NULL,
    license_number           text COLLATE "C" NOT NULL,
    phone_number             text COLLATE "C" NOT NULL,
    email                    text COLLATE "C" NOT NULL,
    gender                   text COLLATE "C" NOT NULL,
    address                  text COLLATE "C" NOT NULL,
    date_of_birth            date,
    years_of_experience      integer NOT NULL,
    education                text COLLATE "C" NOT NULL,
    certifications           text COLLATE "C" NOT NULL,
    languages_spoken         text COLLATE "C" NOT NULL,
    consultation_fee         bigint,
    is_available             boolean NOT NULL,
    max_appointments_per_day integer,
    search_text              text COLLATE "C" NOT NULL,
    created_at               timestamptz NOT NULL,
    updated_at               timestamptz NOT NULL,
    deleted_at               timestamptz,

    CONSTRAINT doctors_pkey PRIMARY KEY (id),

    CONSTRAINT doctors_first_name_length CHECK (char_length(first_name) BETWEEN 1 AND 100),
    CONSTRAINT doctors_last_name_length CHECK (char_length(last_name) BETWEEN 1 AND 100),
    CONSTRAINT doctors_specialization_length CHECK (char_length(specialization) BETWEEN 1 AND 100),
    CONSTRAINT doctors_license_number_length CHECK (char_length(license_number) BETWEEN 1 AND 50),
    CONSTRAINT doctors_phone_number_length CHECK (char_length(phone_number) BETWEEN 1 AND 20),
    CONSTRAINT doctors_email_length CHECK (char_length(email) BETWEEN 1 AND 254),
    CONSTRAINT doctors_gender_code CHECK (gender IN ('M', 'F', 'O')),
    CONSTRAINT doctors_address_length CHECK (char_length(address) <= 10000),
    CONSTRAINT doctors_date_of_birth_range CHECK (date_of_birth >= DATE '1900-01-01'),
    CONSTRAINT doctors_years_of_experience_range CHECK (years_of_experience BETWEEN 0 AND 80),
    CONSTRAINT doctors_education_length CHECK (char_length(education) <= 10000),
    CONSTRAINT doctors_certifications_length CHECK (char_length(certifications) <= 10000),
    CONSTRAINT doctors_languages_spoken_length CHECK (char_length(languages_spoken) <= 200),
    CONSTRAINT doctors_consultation_fee_range CHECK (consultation_fee BETWEEN 0 AND 9999999999),
    CONSTRAINT doctors_max_appointments_per_day_range CHECK (max_appointments_per_day BETWEEN 0 AND 200)
);

-- Where both are taken, the licence is reported: the older index is checked first.
CREATE UNIQUE INDEX doctors_license_number_key ON doctors (license_number) WHERE deleted_at IS NULL;
CREATE UNIQUE INDEX doctors_email_key ON doctors (email) WHERE deleted_at IS NULL;
CREATE INDEX doctors_by_name ON doctors (last_name, first_name, id) WHERE deleted_at IS NULL;
CREATE INDEX doctors_by_specialization ON doctors (specialization, last_name, first_name, id)
    WHERE deleted_at IS NULL;

ALTER TABLE accounts
    ADD CONSTRAINT accounts_doctor_id_fkey FOREIGN KEY (doctor_id) REFERENCES doctors (id);
