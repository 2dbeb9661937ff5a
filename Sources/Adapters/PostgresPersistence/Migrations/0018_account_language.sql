-- In which language an account's holder wants to be addressed (ISO 639-1). Which ones there are the program knows: a new
-- one needs no migration.
ALTER TABLE accounts
    ADD COLUMN language text COLLATE "C",
    ADD CONSTRAINT accounts_language_form CHECK (language ~ '^[a-z]{2}$');
