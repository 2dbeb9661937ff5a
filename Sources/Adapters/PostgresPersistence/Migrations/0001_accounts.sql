-- Who can sign in. The _key columns hold the lower-case forms, which the program makes: what must be unique.
-- Text is ordered by code points, which is what "C" means in a database of encoding UTF8. '' is a member left blank.
CREATE TABLE accounts (
    id            bigint GENERATED ALWAYS AS IDENTITY,
    username      text COLLATE "C" NOT NULL,
    username_key  text COLLATE "C" NOT NULL,
    email         text COLLATE "C" NOT NULL,
    email_key     text COLLATE "C" NOT NULL,
    first_name    text COLLATE "C" NOT NULL,
    last_name     text COLLATE "C" NOT NULL,
    phone_number  text COLLATE "C" NOT NULL,
    address       text COLLATE "C" NOT NULL,
    date_of_birth date,
    password_hash text COLLATE "C" NOT NULL,
    role          text COLLATE "C" NOT NULL,
    doctor_id     bigint,
    patient_id    bigint,
    is_active     boolean NOT NULL,
    created_at    timestamptz NOT NULL,
    updated_at    timestamptz NOT NULL,

    CONSTRAINT accounts_pkey PRIMARY KEY (id),
    CONSTRAINT accounts_username_key UNIQUE (username_key),
    CONSTRAINT accounts_email_key UNIQUE (email_key),

    CONSTRAINT accounts_username_length CHECK (char_length(username) BETWEEN 1 AND 150),
    CONSTRAINT accounts_username_key_present CHECK (username_key <> ''),
    CONSTRAINT accounts_email_length CHECK (char_length(email) BETWEEN 1 AND 254),
    CONSTRAINT accounts_email_key_present CHECK (email_key <> ''),
    CONSTRAINT accounts_first_name_length CHECK (char_length(first_name) <= 150),
    CONSTRAINT accounts_last_name_length CHECK (char_length(last_name) <= 150),
    CONSTRAINT accounts_phone_number_length CHECK (char_length(phone_number) <= 20),
    CONSTRAINT accounts_address_length CHECK (char_length(address) <= 10000),
    CONSTRAINT accounts_date_of_birth_range CHECK (date_of_birth >= DATE '1900-01-01'),
    CONSTRAINT accounts_password_hash_present CHECK (password_hash <> ''),
    CONSTRAINT accounts_role_code CHECK (role IN ('staff', 'doctor', 'patient', 'admin'))
);
