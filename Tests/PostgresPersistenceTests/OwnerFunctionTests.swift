import Domain
import PostgresTestServer
import Testing

@testable import PostgresPersistence

/// The server's role may make tables of its own for a session, which PostgreSQL would look at before all others.
@Suite(.enabled(if: TestPostgres.isAvailable)) struct `A function that runs as the owner` {
    @Test func `keeps the time of a change in the table that lists read`() async throws {
        try await withStorage { _, url in
            try await TwoNurses.move(into: url)

            let kept = try await TestPostgres.psql(
                TestRole.server.url(url),
                """
                CREATE TEMP TABLE patient_updates (patient_id bigint PRIMARY KEY, updated_at timestamptz);
                SET clinic.sight = 'everything';
                UPDATE public.patients SET updated_at = '2030-01-01Z' WHERE id = 1;
                SELECT (SELECT count(*) FROM patient_updates), u.updated_at = '2030-01-01Z'
                FROM public.patient_updates AS u
                WHERE patient_id = 1;
                """)

            #expect(kept == "0|t")
        }
    }

    @Test func `asks who registered a patient where patients are kept`() async throws {
        try await withStorage { _, url in
            try await TwoNurses.move(into: url)

            let registrar = try await TestPostgres.psql(
                TestRole.server.url(url),
                """
                CREATE TEMP TABLE patients AS SELECT 1::bigint AS id, 2::bigint AS created_by, NULL::date AS deleted_at;
                CREATE TEMP TABLE doctors AS SELECT 1::bigint AS id, NULL::date AS deleted_at;
                SET clinic.sight = 'everything';
                INSERT INTO public.appointments (patient_id, doctor_id, starts_at, ends_at, reason, notes, status,
                    created_by, created_at, updated_at)
                VALUES (1, 1, '2030-01-01 10:00Z', '2030-01-01 10:30Z', '', '', 'SCHEDULED', 2, now(), now())
                RETURNING registered_by;
                """)

            #expect(registrar == "1")
        }
    }

    /// Else it would run functions of whoever made the table's types.
    @Test(arguments: ["note_patient_update", "see_to_people", "set_registrar", "pass_registrar_on"])
    func `is hung on no table of its caller's`(function: String) async throws {
        try await withStorage { _, url in
            let refusal = await #expect(throws: (any Error).self) {
                try await TestPostgres.psql(
                    TestRole.server.url(url),
                    """
                    CREATE TEMP TABLE own (id bigint, updated_at timestamptz, deleted_at timestamptz);
                    CREATE TRIGGER hung BEFORE INSERT ON own FOR EACH ROW EXECUTE FUNCTION public.\(function)();
                    """)
            }

            #expect(refusal.map { "\($0)" }?.contains("permission denied for function public.\(function)") == true)
        }
    }
}
