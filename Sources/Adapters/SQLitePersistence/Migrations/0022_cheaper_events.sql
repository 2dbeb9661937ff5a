-- Most events are about a patient's record. Each had a place of its own in the index by record, which is a page to be written
-- for each; now the index by patient has them as well, as p and the number, and gathers what a commit adds in one place
-- (decision 0040). Nothing but the kind decides which of the two indexes has an event's record.
DROP INDEX audit_events_by_record;
CREATE INDEX audit_events_by_record ON audit_events (record_kind, record_id, at, id)
    WHERE record_id IS NOT NULL AND record_kind <> 'patient';

INSERT INTO audit_patients (rowid, patients)
SELECT at, 'p' || record_id FROM audit_events NOT INDEXED
WHERE record_kind = 'patient' AND record_id IS NOT NULL ORDER BY at;

-- More parts of it may lie beside each other before they are merged: fewer pages are written for each commit.
INSERT INTO audit_patients (audit_patients, rank) VALUES ('automerge', 8);

-- Refuses as before, and leaves it to the transaction to undo what the statement did before: so SQLite need not copy each
-- page before it changes it.
DROP TRIGGER audit_events_not_replaced;
CREATE TRIGGER audit_events_not_replaced BEFORE INSERT ON audit_events
WHEN EXISTS (SELECT 1 FROM audit_events WHERE id = NEW.id)
    OR EXISTS (SELECT 1 FROM audit_events WHERE chain = NEW.chain AND sequence = NEW.sequence)
BEGIN SELECT RAISE(FAIL, 'audit_events_insert_only'); END;
