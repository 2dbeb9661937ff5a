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

-- The events about a patient, by time: an index of audit_events.patients, kept by a trigger.
CREATE TABLE audit_event_patients (
    patient_id INTEGER NOT NULL,
    at         INTEGER NOT NULL,
    event_id   INTEGER NOT NULL,

    CONSTRAINT audit_event_patients_pkey PRIMARY KEY (patient_id, at, event_id)
) STRICT, WITHOUT ROWID;

-- How far the chains had come, signed; one line of text each.
CREATE TABLE audit_heads (
    id   INTEGER PRIMARY KEY,
    text TEXT NOT NULL
) STRICT;

CREATE TRIGGER audit_events_patients AFTER INSERT ON audit_events
BEGIN
    INSERT INTO audit_event_patients (patient_id, at, event_id)
    SELECT value, NEW.at, NEW.id FROM json_each(NEW.patients);
END;

-- INSERT OR REPLACE would delete without a trigger's notice.
CREATE TRIGGER audit_events_not_replaced BEFORE INSERT ON audit_events
WHEN EXISTS (SELECT 1 FROM audit_events WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM audit_events WHERE chain = NEW.chain AND sequence = NEW.sequence)
BEGIN SELECT RAISE(ABORT, 'audit_events_insert_only'); END;

CREATE TRIGGER audit_events_not_updated BEFORE UPDATE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit_events_insert_only'); END;

CREATE TRIGGER audit_events_not_deleted BEFORE DELETE ON audit_events
BEGIN SELECT RAISE(ABORT, 'audit_events_insert_only'); END;

CREATE TRIGGER audit_event_patients_not_updated BEFORE UPDATE ON audit_event_patients
BEGIN SELECT RAISE(ABORT, 'audit_events_insert_only'); END;

CREATE TRIGGER audit_event_patients_not_deleted BEFORE DELETE ON audit_event_patients
BEGIN SELECT RAISE(ABORT, 'audit_events_insert_only'); END;

CREATE TRIGGER audit_heads_not_replaced BEFORE INSERT ON audit_heads
WHEN EXISTS (SELECT 1 FROM audit_heads WHERE id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'audit_heads_insert_only'); END;

CREATE TRIGGER audit_heads_not_updated BEFORE UPDATE ON audit_heads
BEGIN SELECT RAISE(ABORT, 'audit_heads_insert_only'); END;

CREATE TRIGGER audit_heads_not_deleted BEFORE DELETE ON audit_heads
BEGIN SELECT RAISE(ABORT, 'audit_heads_insert_only'); END;
