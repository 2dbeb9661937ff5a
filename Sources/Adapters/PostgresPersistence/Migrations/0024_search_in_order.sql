-- A search for what many have is read in the order of the list until the page is full. These indexes have the text with the
-- order, so that only the page's own rows are looked at (decision 0042); and what the policy on patients asks for. Readers
-- go on while they are built.
CREATE INDEX patients_by_creator_with_text ON patients (created_by, created_at DESC, id DESC) INCLUDE (search_text)
    WHERE deleted_at IS NULL;
CREATE INDEX patients_by_creation_with_text ON patients (created_at DESC, id DESC) INCLUDE (created_by, search_text)
    WHERE deleted_at IS NULL;

-- An index alone will do for rows that VACUUM has seen since they were written, and a list begins with the newest: so rows
-- that are added are seen to after one in fifty, not one in five.
ALTER TABLE patients SET (autovacuum_vacuum_insert_scale_factor = 0.02);

DROP INDEX patients_by_creator;
ALTER INDEX patients_by_creator_with_text RENAME TO patients_by_creator;
DROP INDEX patients_by_creation;
ALTER INDEX patients_by_creation_with_text RENAME TO patients_by_creation;
