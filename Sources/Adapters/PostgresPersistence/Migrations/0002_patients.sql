-- Who is treated. A deleted patient keeps its row, for the audit.
-- search_text holds the searched members in lower case, one a line; the program writes it.
CREATE TABLE patients (
    id                      bigint GENERATED ALWAYS AS IDENTITY,
    first_name              text COLLATE "C" NOT NULL,
    last_name               text COLLATE "C" NOT NULL,
    date_of_birth           date NOT NULL,
    gender                  text COLLATE "C" NOT NULL,
    blood_group             text COLLATE "C" NOT NULL,
    phone_number            text COLLATE "C" NOT NULL,
    email                   text COLLATE "C" NOT NULL,
    address                 text COLLATE "C" NOT NULL,
    emergency_contact_name  text COLLATE "C" NOT NULL,
    emergency_contact_phone text COLLATE "C" NOT NULL,
    medical_history         text COLLATE "C" NOT NULL,
    allergies               text COLLATE "C" NOT NULL,
    current_medications     text COLLATE "C" NOT NULL,
    insurance_provider      text COLLATE "C" NOT NULL,
    insurance_number        text COLLATE "C" NOT NULL,
    search_text             text COLLATE "C" NOT NULL,
    created_by              bigint NOT NULL,
    created_at              timestamptz NOT NULL,
    updated_at              timestamptz NOT NULL,
    deleted_at              timestamptz,

    CONSTRAINT patients_pkey PRIMARY KEY (id),
    CONSTRAINT patients_created_by_fkey FOREIGN KEY (created_by) REFERENCES accounts (id),

    CONSTRAINT patients_first_name_length CHECK (char_length(first_name) BETWEEN 1 AND 100),
    CONSTRAINT patients_last_name_length CHECK (char_length(last_name) BETWEEN 1 AND 100),
    CONSTRAINT patients_date_of_birth_range CHECK (date_of_birth >= DATE '1900-01-01'),
    CONSTRAINT patients_gender_code CHECK (gender IN ('M', 'F', 'O')),
    CONSTRAINT patients_blood_group_code
        CHECK (blood_group IN ('', 'A+', 'A-', 'B+', 'B-', 'AB+', 'AB-', 'O+', 'O-')),
    CONSTRAINT patients_phone_number_length CHECK (char_length(phone_number) BETWEEN 1 AND 20),
    CONSTRAINT patients_email_length CHECK (char_length(email) <= 254),
    CONSTRAINT patients_address_length CHECK (char_length(address) <= 10000),
    CONSTRAINT patients_emergency_contact_name_length CHECK (char_length(emergency_contact_name) <= 100),
    CONSTRAINT patients_emergency_contact_phone_length CHECK (char_length(emergency_contact_phone) <= 20),
    CONSTRAINT patients_medical_history_length CHECK (char_length(medical_history) <= 10000),
    CONSTRAINT patients_allergies_length CHECK (char_length(allergies) <= 10000),
    CONSTRAINT patients_current_medications_length CHECK (char_length(current_medications) <= 10000),
    CONSTRAINT patients_insurance_provider_length CHECK (char_length(insurance_provider) <= 100),
    CONSTRAINT patients_insurance_number_length CHECK (char_length(insurance_number) <= 50)
);

-- The newest first: of one account, and of all.
CREATE INDEX patients_by_creator ON patients (created_by, created_at DESC, id DESC) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_creation ON patients (created_at DESC, id DESC) WHERE deleted_at IS NULL;

ALTER TABLE accounts
    ADD CONSTRAINT accounts_patient_id_fkey FOREIGN KEY (patient_id) REFERENCES patients (id);
