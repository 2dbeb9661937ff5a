-- What happened, who did it, and whose data it was about. Rows are added and nothing else. Each writer has a chain;
-- code is an HMAC over the row and the code of the one before it (decision 0016).
CREATE TABLE audit_events (
    id          INTEGER PRIMARY KEY,
    chain       TEXT    NOT NULL,
    sequence    INTEGER NOT NULL,
    at          INTEGER NOT NULL,
    action      TEXT    NOT NULL,
    outcome     TEXT    NOT NULL,
    account_id  INTEGER,
    role        TEXT    NOT NULL,
    session     TEXT    NOT NULL,
    address     TEXT    NOT NULL,
    request     TEXT    NOT NULL,
    record_kind TEXT    NOT NULL,
    record_id   INTEGER,
    patients    TEXT    NOT NULL,
    changed     TEXT    NOT NULL,
    code        BLOB    NOT NULL,

    CONSTRAINT audit_events_chain_key UNIQUE (chain, sequence)
) STRICT;

CREATE INDEX audit_events_by_time ON audit_events (at, id);
CREATE INDEX audit_events_by_action ON audit_events (action, at, id);
CREATE INDEX audit_events_by_account ON audit_events (account_id, at, id) WHERE account_id IS NOT NULL;
CREATE INDEX audit_events_by_record ON audit_events (record_kind, record_id, at, id) WHERE record_id IS NOT NULL;

-- Which patients' numbers stand in audit_events.patients at which time (the number of the row), for those who ask for one
-- patient. A list shows a thousand of them: a row for each would be written into a thousand places of a tree, this
-- gathers them in one (decision 0020). What is found is looked up in audit_events before it is believed.
CREATE VIRTUAL TABLE audit_patients USING fts5 (
    patients, content = '', detail = none, columnsize = 0, tokenize = 'ascii'
);

-- The same, entry by entry, for checks.
CREATE VIRTUAL TABLE audit_patient_entries USING fts5vocab (audit_patients, instance);

-- How far the chains had come, signed; one line of text each.
CREATE TABLE audit_heads (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

-- INSERT OR REPLACE would delete without a trigger's notice.
CREATE TRIGGER audit_events_not_replaced BEFORE INSERT ON audit_events
WHEN EXISTS (SELECT 1 FROM audit_events WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM audit_events WHERE chain = NEW.chain AND sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'audit_events_insert_only'); END;

CREATE TRIGGER audit_events_not_updated BEFORE UPDATE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit_events_insert_only'); END;

CREATE TRIGGER audit_events_not_deleted BEFORE DELETE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit_events_insert_only'); END;

CREATE TRIGGER audit_heads_not_replaced BEFORE INSERT ON audit_heads
WHEN EXISTS (SELECT 1 FROM audit_heads WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'audit_heads_insert_only'); END;

CREATE TRIGGER audit_heads_not_updated BEFORE UPDATE ON audit_heads
BEGIN SELECT RAISE(ABORT, 'audit_heads_insert_only'); END;

CREATE TRIGGER audit_heads_not_deleted BEFORE DELETE ON audit_heads
BEGIN SELECT RAISE(ABORT, 'audit_heads_insert_only'); END;
