-- A second factor of an account: its secret, sealed; when its first code arrived; the step of the last code accepted.
ALTER TABLE accounts ADD COLUMN otp_secret TEXT;
ALTER TABLE accounts ADD COLUMN otp_confirmed_at INTEGER CONSTRAINT accounts_otp_confirmed
    CHECK (otp_confirmed_at IS NULL OR otp_secret IS NOT NULL);
ALTER TABLE accounts ADD COLUMN otp_last_step INTEGER;

-- Fingerprints of recovery codes that have not been redeemed.
CREATE TABLE recovery_codes (
    account_id INTEGER NOT NULL CONSTRAINT recovery_codes_account_id_fkey REFERENCES accounts (id),
    digest     TEXT    NOT NULL,

    CONSTRAINT recovery_codes_pkey PRIMARY KEY (account_id, digest)
) STRICT, WITHOUT ROWID;
