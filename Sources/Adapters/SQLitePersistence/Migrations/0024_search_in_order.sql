-- A search for what many have is read in the order of the list until the page is full. These indexes have the text with the
-- order, so that only the page's own rows are looked at (decision 0042).
DROP INDEX patients_by_creator;
CREATE INDEX patients_by_creator ON patients (
    created_by, created_at, id, updated_at, date_of_birth, gender, blood_group, last_name, first_name, search_text
) WHERE deleted_at IS NULL;
DROP INDEX patients_by_creation;
CREATE INDEX patients_by_creation ON patients (created_at, id, search_text) WHERE deleted_at IS NULL;
