-- Lists of many records, by any key, and words in them. Where many records share a value there is an index for each
-- direction, since ties come by number, ascending; the number is the last key of every index.
CREATE INDEX patients_by_first_name ON patients (first_name) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_first_name_descending ON patients (first_name DESC) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_last_name ON patients (last_name) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_last_name_descending ON patients (last_name DESC) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_date_of_birth ON patients (date_of_birth) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_update ON patients (updated_at) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_gender ON patients (gender, created_at) WHERE deleted_at IS NULL;
CREATE INDEX patients_by_blood_group ON patients (blood_group, created_at) WHERE deleted_at IS NULL;

CREATE INDEX doctors_by_specialization ON doctors (specialization, last_name, first_name) WHERE deleted_at IS NULL;
CREATE INDEX doctors_by_first_name ON doctors (first_name) WHERE deleted_at IS NULL;
CREATE INDEX doctors_by_years ON doctors (years_of_experience) WHERE deleted_at IS NULL;
CREATE INDEX doctors_by_creation ON doctors (created_at) WHERE deleted_at IS NULL;
CREATE INDEX doctors_by_update ON doctors (updated_at) WHERE deleted_at IS NULL;

CREATE INDEX assignments_by_creator ON assignments (assigned_by, assigned_at) WHERE deleted_at IS NULL;
CREATE INDEX assignments_by_status ON assignments (status) WHERE deleted_at IS NULL;
CREATE INDEX assignments_by_status_descending ON assignments (status DESC) WHERE deleted_at IS NULL;
CREATE INDEX assignments_by_update ON assignments (updated_at) WHERE deleted_at IS NULL;
CREATE INDEX assignments_not_active ON assignments (assigned_at) WHERE deleted_at IS NULL AND status <> 'active';

CREATE INDEX appointments_by_status ON appointments (status) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_status_descending ON appointments (status DESC) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_status_and_start ON appointments (status, starts_at) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_creation ON appointments (created_at) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_update ON appointments (updated_at) WHERE deleted_at IS NULL;

-- Which three letters stand in the text of whom. The store looks for words itself among those who have all of a
-- word's, so that places within the text need not be kept. Triggers keep it in step; deleted patients leave it.
CREATE VIRTUAL TABLE patients_search USING fts5 (
    search_text, content = 'patients', content_rowid = 'id', detail = none, columnsize = 0,
    tokenize = 'trigram case_sensitive 1'
);

CREATE TRIGGER patients_search_on_insert AFTER INSERT ON patients
WHEN NEW.deleted_at IS NULL
BEGIN
    INSERT INTO patients_search (rowid, search_text) VALUES (NEW.id, NEW.search_text);
END;

-- One trigger, since several would come in no certain order: what was has to go before what is comes.
CREATE TRIGGER patients_search_on_update AFTER UPDATE OF search_text, deleted_at ON patients
WHEN NEW.search_text <> OLD.search_text OR (NEW.deleted_at IS NULL) <> (OLD.deleted_at IS NULL)
BEGIN
    INSERT INTO patients_search (patients_search, rowid, search_text)
    SELECT 'delete', OLD.id, OLD.search_text WHERE OLD.deleted_at IS NULL;
    INSERT INTO patients_search (rowid, search_text)
    SELECT NEW.id, NEW.search_text WHERE NEW.deleted_at IS NULL;
END;

INSERT INTO patients_search (rowid, search_text) SELECT id, search_text FROM patients WHERE deleted_at IS NULL;
