-- What was answered to requests that may be sent again. account_id is 0 for those who were not signed in.
CREATE TABLE idempotency_keys (
    account_id  bigint NOT NULL,
    key         text COLLATE "C" NOT NULL,
    fingerprint text COLLATE "C" NOT NULL,
    answer      text COLLATE "C" NOT NULL,
    kept_at     timestamptz NOT NULL,

    CONSTRAINT idempotency_keys_pkey PRIMARY KEY (account_id, key),
    CONSTRAINT idempotency_keys_key_length CHECK (char_length(key) BETWEEN 1 AND 255)
);

CREATE INDEX idempotency_keys_by_age ON idempotency_keys (kept_at);
