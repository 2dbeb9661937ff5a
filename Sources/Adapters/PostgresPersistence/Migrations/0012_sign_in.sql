-- Sessions as their holders see them: device and address as they were at sign-in, and the last use that was noted.
ALTER TABLE sessions
    ADD COLUMN device text COLLATE "C" NOT NULL DEFAULT '',
    ADD COLUMN address text COLLATE "C",
    ADD COLUMN last_used_at timestamptz,
    ADD CONSTRAINT sessions_device_length CHECK (char_length(device) <= 200),
    ADD CONSTRAINT sessions_address_length CHECK (char_length(address) <= 45);

-- Whether the account is good for nothing but choosing another password.
ALTER TABLE accounts ADD COLUMN must_change_password boolean NOT NULL DEFAULT false;

-- Failed attempts to sign in: when they were, in microseconds since 1970. A key is a fingerprint and names nobody.
-- A tally without failures keeps that an account has signed in from a network.
CREATE TABLE sign_in_tallies (
    key        text COLLATE "C" NOT NULL,
    times      bigint[] NOT NULL,
    expires_at timestamptz NOT NULL,

    CONSTRAINT sign_in_tallies_pkey PRIMARY KEY (key),
    CONSTRAINT sign_in_tallies_key_length CHECK (char_length(key) BETWEEN 1 AND 64)
);

CREATE INDEX sign_in_tallies_by_expiry ON sign_in_tallies (expires_at);
