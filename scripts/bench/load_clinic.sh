#!/usr/bin/env bash
#
# Fills one empty PostgreSQL database with the rows of another one that holds the same people for other servers, so that
# all of them can be measured side by side. `scripts/bench/compare` gives it to the harness.
#
# From the environment: DATABASE_URL, the empty database, as the role that is to own it; SOURCE_DATABASE_URL, to copy
# from; SERVER_ROLE, as which the server runs (default clinic_server; made when there is none); BENCH_USERNAME and
# BENCH_PASSWORD_HASH, the account that is measured; OUT, a folder for lists of numbers; REPO, the checkout whose program
# is measured.

set -euo pipefail
: "${DATABASE_URL:?}" "${SOURCE_DATABASE_URL:?}" "${BENCH_USERNAME:?}" "${BENCH_PASSWORD_HASH:?}" "${OUT:?}" "${REPO:?}"
role=${SERVER_ROLE:-clinic_server}

ask() { psql "$1" --no-psqlrc --quiet --tuples-only --no-align --set=ON_ERROR_STOP=1 "${@:2}"; }
target() { ask "$DATABASE_URL" "$@"; }
copy() { ask "$SOURCE_DATABASE_URL" -c "COPY ($2) TO STDOUT" | target -c "COPY $1 FROM STDIN"; }

target -c "DO \$\$ BEGIN CREATE ROLE $role LOGIN; EXCEPTION WHEN duplicate_object THEN NULL; END \$\$"
as_server=$(sed -E "s#^([a-z]+://)([^@/]*@)?#\1$role@#" <<<"$DATABASE_URL")
MIGRATION_DATABASE_URL=$DATABASE_URL DATABASE_URL=$as_server "$REPO/.build/release/clinic" migrate

target --set=name="$BENCH_USERNAME" --set=hash="$BENCH_PASSWORD_HASH" <<'SQL'
INSERT INTO accounts (id, username, username_key, email, email_key, first_name, last_name, phone_number, address,
    password_hash, role, is_active, created_at, updated_at, search_text)
OVERRIDING SYSTEM VALUE
SELECT n, name, lower(name), name || '@example.org', lower(name) || '@example.org', 'Bench', 'User', '', '',
    :'hash', 'staff', true, now(), now(), lower(name || E'\n' || name || '@example.org' || E'\nBench\nUser')
FROM (SELECT n, :'name' || CASE n WHEN 1 THEN '' ELSE n::text END AS name FROM generate_series(1, 5) n) s;
SQL
copy "patients (id, first_name, last_name, date_of_birth, gender, blood_group, phone_number, email, address,
        emergency_contact_name, emergency_contact_phone, medical_history, allergies, current_medications,
        insurance_provider, insurance_number, created_by, created_at, updated_at, search_text)" \
    "SELECT *, lower(concat_ws(E'\n', first_name, last_name, phone_number, email, insurance_number)) FROM patients"
copy "doctors (id, first_name, last_name, specialization, license_number, phone_number, email, address, gender,
        date_of_birth, years_of_experience, education, certifications, languages_spoken, consultation_fee, is_available,
        max_appointments_per_day, created_at, updated_at, search_text)" \
    "SELECT id, first_name, last_name, specialization, license_number, phone_number, email, address, gender,
        date_of_birth, years_of_experience, education, certifications, languages_spoken,
        (consultation_fee * 100)::bigint, is_available, max_appointments_per_day, created_at, updated_at,
        lower(concat_ws(E'\n', first_name, last_name, specialization)) FROM doctors"
copy "appointments (id, doctor_id, patient_id, starts_at, ends_at, reason, notes, status, created_by, created_at,
        updated_at)" \
    "SELECT id, doctor_id, patient_id, appointment_datetime, ends_at, reason, notes, status, created_by_id, created_at,
        updated_at FROM appointments"

for table in accounts patients doctors appointments; do
    target -c "SELECT setval(pg_get_serial_sequence('$table', 'id'), (SELECT max(id) FROM $table))" >/dev/null
done
target -c "VACUUM (FREEZE, ANALYZE)"
target -c "SELECT id FROM patients WHERE created_by = 1 ORDER BY id" >"$OUT/patients.txt"
target -c "SELECT id FROM patients WHERE created_by <> 1 ORDER BY id LIMIT 1" >"$OUT/foreign.txt"
target -c "SELECT id FROM doctors ORDER BY id" >"$OUT/doctors.txt"
