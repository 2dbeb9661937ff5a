-- Sessions as their holders see them: device and address as they were at sign-in, and the last use that was noted.
ALTER TABLE sessions ADD COLUMN device TEXT NOT NULL DEFAULT ''
    CONSTRAINT sessions_device_length CHECK (length(device) <= 200);
ALTER TABLE sessions ADD COLUMN address TEXT CONSTRAINT sessions_address_length CHECK (length(address) <= 45);
ALTER TABLE sessions ADD COLUMN last_used_at INTEGER;

-- Whether the account is good for nothing but choosing another password.
ALTER TABLE accounts ADD COLUMN must_change_password INTEGER NOT NULL DEFAULT 0
    CONSTRAINT accounts_must_change_password_code CHECK (must_change_password IN (0, 1));

-- Failed attempts to sign in: when they were, as microseconds since 1970 with commas between. A key is a fingerprint
-- and names nobody. A tally without failures keeps that an account has signed in from a network.
CREATE TABLE sign_in_tallies (
    key        TEXT    NOT NULL CONSTRAINT sign_in_tallies_key_length CHECK (length(key) BETWEEN 1 AND 64),
    times      TEXT    NOT NULL,
    expires_at INTEGER NOT NULL,

    CONSTRAINT sign_in_tallies_pkey PRIMARY KEY (key)
) STRICT, WITHOUT ROWID;

CREATE INDEX sign_in_tallies_by_expiry ON sign_in_tallies (expires_at);
