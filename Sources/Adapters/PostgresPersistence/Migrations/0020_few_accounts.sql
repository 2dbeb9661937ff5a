-- Lists in their standard order are planned once, for whichever account or doctor. The planner then takes a value for as
-- frequent as there are few of them: where one account made all patients, for no narrowing at all, and any index with the
-- order will do, past all others' rows. So it is told that there are hundreds. Where it sees the values it goes by what it
-- counted, as before.
ALTER TABLE patients ALTER COLUMN created_by SET (n_distinct = 200);
ALTER TABLE assignments
    ALTER COLUMN assigned_by SET (n_distinct = 200),
    ALTER COLUMN registered_by SET (n_distinct = 200),
    ALTER COLUMN doctor_id SET (n_distinct = 200);
ALTER TABLE appointments
    ALTER COLUMN created_by SET (n_distinct = 200),
    ALTER COLUMN registered_by SET (n_distinct = 200),
    ALTER COLUMN doctor_id SET (n_distinct = 200);

-- It is believed when the tables are counted anew.
ANALYZE patients, assignments, appointments;
