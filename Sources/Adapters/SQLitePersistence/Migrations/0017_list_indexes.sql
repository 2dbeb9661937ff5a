-- With all by which patients are ordered: some thousands of an account are sorted, and narrowed by gender, blood group and
-- date of birth, without a look at their rows. The number stands where the order of the list has it.
DROP INDEX patients_by_creator;
CREATE INDEX patients_by_creator ON patients (
    created_by, created_at, id, updated_at, date_of_birth, gender, blood_group, last_name, first_name
) WHERE deleted_at IS NULL;

-- In the order of booking as well: who has most appointments may have none of the newest.
CREATE INDEX appointments_by_registrar_and_creation ON appointments (registered_by, created_at)
WHERE deleted_at IS NULL AND registered_by IS NOT NULL;
CREATE INDEX appointments_by_creator_and_creation ON appointments (created_by, created_at) WHERE deleted_at IS NULL;

-- The program adds to search_text which letters stand four times in a row and more.
