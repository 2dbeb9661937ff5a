-- What gathers of patients in the audit trail is entered sooner, a little at a time: with four megabytes of it whoever kept
-- the event that was one too many had all others wait for a tenth of a second.
ALTER INDEX audit_events_by_patient SET (gin_pending_list_limit = 512);
