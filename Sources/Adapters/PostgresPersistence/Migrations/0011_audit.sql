-- What happened, who did it, and whose data it was about. Rows are added and nothing else. Each writer has a chain;
-- code is an HMAC over the row and the code of the one before it (decision 0016).
CREATE TABLE audit_events (
    id          bigint GENERATED ALWAYS AS IDENTITY,
    chain       text COLLATE "C" NOT NULL,
    sequence    bigint NOT NULL,
    at          timestamptz NOT NULL,
    action      text COLLATE "C" NOT NULL,
    outcome     text COLLATE "C" NOT NULL,
    account_id  bigint,
    role        text COLLATE "C" NOT NULL,
    session     text COLLATE "C" NOT NULL,
    address     text COLLATE "C" NOT NULL,
    request     text COLLATE "C" NOT NULL,
    record_kind text COLLATE "C" NOT NULL,
    record_id   bigint,
    patients    bigint[] NOT NULL,
    changed     text COLLATE "C" NOT NULL,
    code        bytea NOT NULL,

    CONSTRAINT audit_events_pkey PRIMARY KEY (id),
    CONSTRAINT audit_events_chain_key UNIQUE (chain, sequence)
);

CREATE INDEX audit_events_by_time ON audit_events (at, id);
CREATE INDEX audit_events_by_action ON audit_events (action, at, id);
CREATE INDEX audit_events_by_account ON audit_events (account_id, at, id) WHERE account_id IS NOT NULL;
CREATE INDEX audit_events_by_record ON audit_events (record_kind, record_id, at, id) WHERE record_id IS NOT NULL;
-- New rows gather in a list of their own first, so that a list of a thousand patients is written quickly.
CREATE INDEX audit_events_by_patient ON audit_events USING gin (patients) WITH (fastupdate = on);

-- How far the chains had come, signed; one line of text each.
CREATE TABLE audit_heads (
    id   bigint GENERATED ALWAYS AS IDENTITY,
    text text COLLATE "C" NOT NULL,

    CONSTRAINT audit_heads_pkey PRIMARY KEY (id)
);

CREATE FUNCTION audit_insert_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit trail is only ever added to'
        USING ERRCODE = 'restrict_violation', CONSTRAINT = TG_TABLE_NAME || '_insert_only';
END
$$;

CREATE TRIGGER audit_events_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_events
FOR EACH STATEMENT EXECUTE FUNCTION audit_insert_only();

CREATE TRIGGER audit_heads_insert_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_heads
FOR EACH STATEMENT EXECUTE FUNCTION audit_insert_only();
