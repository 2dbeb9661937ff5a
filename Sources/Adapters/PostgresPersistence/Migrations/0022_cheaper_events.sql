-- Most events are about a patient's record. Each had a place of its own in the index by record, wherever that patient is;
-- now the index by patient has them, whose new rows gather in a list and are entered together: whose data it was, and
-- which patient's record (decision 0040). Nothing but the kind decides which of the two indexes has an event's record.
DROP INDEX audit_events_by_record;
CREATE INDEX audit_events_by_record ON audit_events (record_kind, record_id, at, id)
    WHERE record_id IS NOT NULL AND record_kind <> 'patient';

DROP INDEX audit_events_by_patient;
CREATE INDEX audit_events_by_patient ON audit_events
    USING gin (patients, (CASE WHEN record_kind = 'patient' THEN ARRAY[record_id] END)) WITH (fastupdate = on);

-- What is computed has statistics of its own.
ANALYZE audit_events;
