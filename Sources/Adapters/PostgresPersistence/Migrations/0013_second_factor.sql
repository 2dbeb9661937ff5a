-- A second factor of an account: its secret, sealed; when its first code arrived; the step of the last code accepted.
ALTER TABLE accounts
    ADD COLUMN otp_secret text COLLATE "C",
    ADD COLUMN otp_confirmed_at timestamptz,
    ADD COLUMN otp_last_step bigint,
    ADD CONSTRAINT accounts_otp_confirmed CHECK (otp_confirmed_at IS NULL OR otp_secret IS NOT NULL);

-- Fingerprints of recovery codes that have not been redeemed.
CREATE TABLE recovery_codes (
    account_id bigint NOT NULL,
    digest     text COLLATE "C" NOT NULL,

    CONSTRAINT recovery_codes_pkey PRIMARY KEY (account_id, digest),
    CONSTRAINT recovery_codes_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id)
);
