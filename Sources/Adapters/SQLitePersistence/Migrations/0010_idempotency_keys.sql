-- What was answered to requests that may be sent again. account_id is 0 for those who were not signed in.
CREATE TABLE idempotency_keys (
    account_id  INTEGER NOT NULL,
    key         TEXT    NOT NULL CONSTRAINT idempotency_keys_key_length CHECK (length(key) BETWEEN 1 AND 255),
    fingerprint TEXT    NOT NULL,
    answer      TEXT    NOT NULL,
    kept_at     INTEGER NOT NULL,

    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (account_id, key)
) STRICT, WITHOUT ROWID;

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (kept_at);
