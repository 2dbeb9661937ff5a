-- A second line behind the program's own conditions, for a server whose role does not own these tables: of patients,
-- mappings and appointments it sees what its transaction says it may, and nothing before it has said so. The owner,
-- as which migrations run, sees everything; where the server runs as the owner, the second line is off.
--
-- clinic.sight is set for one transaction at a time, by the program: '' for nothing, 'everything', or 'related' and four
-- numbers with a space between them, 0 for nobody: the account that registered the patient, the account that made the
-- record, the doctor, the patient. As sub-selects in a policy these are asked once a statement, not once a row.
CREATE FUNCTION everything_in_sight() RETURNS boolean LANGUAGE sql STABLE
RETURN current_setting('clinic.sight', TRUE) = 'everything';

CREATE FUNCTION registrar_in_sight() RETURNS bigint LANGUAGE sql STABLE
RETURN nullif(split_part(current_setting('clinic.sight', TRUE), ' ', 2), '')::bigint;

CREATE FUNCTION maker_in_sight() RETURNS bigint LANGUAGE sql STABLE
RETURN nullif(split_part(current_setting('clinic.sight', TRUE), ' ', 3), '')::bigint;

CREATE FUNCTION doctor_in_sight() RETURNS bigint LANGUAGE sql STABLE
RETURN nullif(split_part(current_setting('clinic.sight', TRUE), ' ', 4), '')::bigint;

CREATE FUNCTION patient_in_sight() RETURNS bigint LANGUAGE sql STABLE
RETURN nullif(split_part(current_setting('clinic.sight', TRUE), ' ', 5), '')::bigint;

-- A function, so that whoever is not a doctor does not pay for the look at mappings.
CREATE FUNCTION is_treated_by(patient bigint, doctor bigint) RETURNS boolean LANGUAGE plpgsql STABLE COST 10
AS $$
BEGIN
    RETURN EXISTS (
        SELECT FROM assignments AS a
        WHERE a.patient_id = patient AND a.doctor_id = doctor AND a.status = 'active' AND a.deleted_at IS NULL);
END
$$;

ALTER TABLE patients ENABLE ROW LEVEL SECURITY;
ALTER TABLE assignments ENABLE ROW LEVEL SECURITY;
ALTER TABLE appointments ENABLE ROW LEVEL SECURITY;

CREATE POLICY patients_in_sight ON patients USING (
    (SELECT everything_in_sight())
    OR created_by = (SELECT registrar_in_sight())
    OR id = (SELECT patient_in_sight())
    OR ((SELECT doctor_in_sight()) > 0 AND is_treated_by(id, (SELECT doctor_in_sight())))
);

CREATE POLICY assignments_in_sight ON assignments USING (
    (SELECT everything_in_sight())
    OR registered_by = (SELECT registrar_in_sight())
    OR assigned_by = (SELECT maker_in_sight())
    OR doctor_id = (SELECT doctor_in_sight())
    OR patient_id = (SELECT patient_in_sight())
);

CREATE POLICY appointments_in_sight ON appointments USING (
    (SELECT everything_in_sight())
    OR registered_by = (SELECT registrar_in_sight())
    OR created_by = (SELECT maker_in_sight())
    OR doctor_id = (SELECT doctor_in_sight())
    OR patient_id = (SELECT patient_in_sight())
);

-- Policies look at these, too: with them in the index, a list is still sorted without a look at its rows.
DROP INDEX assignments_by_registrar, appointments_by_registrar, appointments_by_creator;
CREATE INDEX assignments_by_registrar ON assignments (registered_by, assigned_at DESC, id DESC)
    INCLUDE (status, updated_at, assigned_by, doctor_id, patient_id) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_registrar ON appointments (registered_by, starts_at, id)
    INCLUDE (status, created_at, updated_at, created_by, doctor_id, patient_id) WHERE deleted_at IS NULL;
CREATE INDEX appointments_by_creator ON appointments (created_by, starts_at, id)
    INCLUDE (status, created_at, updated_at, registered_by, doctor_id, patient_id) WHERE deleted_at IS NULL;

-- The numbers of patients in whose text all patterns occur, or NULL where there are more than so many. Behind a policy
-- LIKE leads to no index and its statistics are not looked at, since it might tell of rows that it was not to see; here
-- the owner looks. Whoever gets the numbers finds of these rows only what the policy lets through.
CREATE FUNCTION patients_with_words(patterns text[], most integer) RETURNS bigint[] LANGUAGE plpgsql AS $$
DECLARE
    search text := 'FROM patients WHERE deleted_at IS NULL';
    plan   json;
    found  bigint[];
BEGIN
    FOR place IN 1 .. cardinality(patterns) LOOP
        search := search || format(' AND search_text LIKE %L', patterns[place]);
    END LOOP;
    -- Where the planner guesses that there are too many, nobody looks.
    EXECUTE 'EXPLAIN (FORMAT JSON) SELECT ' || search INTO plan;
    IF (plan -> 0 -> 'Plan' ->> 'Plan Rows')::bigint > most THEN
        RETURN NULL;
    END IF;
    EXECUTE format('SELECT array_agg(id) FROM (SELECT id %s LIMIT %s) AS t', search, most + 1) INTO found;
    RETURN CASE WHEN found IS NULL THEN '{}' WHEN cardinality(found) <= most THEN found END;
END
$$;
REVOKE EXECUTE ON FUNCTION patients_with_words(text[], integer) FROM PUBLIC;

-- These run as the owner: a search, as said, and what triggers look up and pass on, which is not a matter of who asks.
-- pg_temp is named so that it is not looked at first.
DO $$
DECLARE
    one regprocedure;
BEGIN
    FOREACH one IN ARRAY ARRAY[
        'patients_with_words(text[], integer)', 'set_registrar()', 'pass_registrar_on()']::regprocedure[]
    LOOP
        EXECUTE format('ALTER FUNCTION %s SECURITY DEFINER', one);
        EXECUTE format('ALTER FUNCTION %s SET search_path = %I, pg_temp', one, current_schema());
    END LOOP;
END
$$;
