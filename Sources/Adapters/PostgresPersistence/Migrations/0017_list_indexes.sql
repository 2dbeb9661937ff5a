-- In the order of booking as well: who has most appointments may have none of the newest.
CREATE INDEX appointments_by_registrar_and_creation ON appointments (registered_by, created_at, id)
    WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_creator_and_creation ON appointments (created_by, created_at, id)
    WHERE deleted_at IS NULL;

-- The program adds to search_text which letters stand four times in a row and more.
