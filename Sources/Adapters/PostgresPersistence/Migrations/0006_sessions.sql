-- From a sign-in to its end. ended_at is set when somebody ended it before it expired.
CREATE TABLE sessions (
    id         text COLLATE "C" NOT NULL,
    account_id bigint NOT NULL,
    started_at timestamptz NOT NULL,
    expires_at timestamptz NOT NULL,
    ended_at   timestamptz,

    CONSTRAINT sessions_pkey PRIMARY KEY (id),
    CONSTRAINT sessions_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts (id),
    CONSTRAINT sessions_id_form CHECK (id ~ '^[0-9a-f]{32}$')
);

CREATE INDEX sessions_by_account ON sessions (account_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
