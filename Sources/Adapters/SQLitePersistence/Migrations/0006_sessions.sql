-- From one sign-in to its end.
CREATE TABLE sessions (
    id         TEXT    PRIMARY KEY CONSTRAINT sessions_id_form
                       CHECK (length(id) = 32 AND id NOT GLOB '*[^0-9a-f]*'),
    account_id INTEGER NOT NULL CONSTRAINT sessions_account_id_fkey REFERENCES accounts (id),
    started_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    ended_at   INTEGER
) STRICT, WITHOUT ROWID;

CREATE INDEX sessions_by_account ON sessions (account_id) WHERE ended_at IS NULL;
CREATE INDEX sessions_by_expiry ON sessions (expires_at);
