import PostgresClient
import PostgresTestServer
import Testing

@Suite(.enabled(if: TestPostgres.isAvailable))
struct TransactionTests {
    enum Refusal: Error { case notToday }

    @Test func `a transaction commits what its work did`() async throws {
        try await withNotes { client, url async throws in
            try await client.transaction { transaction in
                try await transaction.execute("INSERT INTO notes VALUES ($1, $2)", [1, "one"])
                try await transaction.execute("INSERT INTO notes VALUES ($1, $2)", [2, "two"])
            }

            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "2")
        }
    }

    @Test func `an error of the work rolls back and is thrown as it is`() async throws {
        try await withNotes { client, url async throws in
            await #expect {
                try await client.transaction { transaction throws(Refusal) in
                    _ = try? await transaction.execute("INSERT INTO notes VALUES (1, 'one')")
                    throw .notToday
                }
            } throws: { error in
                guard case TransactionError<Refusal>.work(.notToday) = error else { return false }
                return true
            }

            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "0")
        }
    }

    @Test func `a refused statement keeps its SQLSTATE and constraint and drops the value`() async throws {
        try await withNotes { client, _ async throws in
            let error = await failure {
                try await client.transaction { transaction in
                    try await transaction.execute("INSERT INTO notes VALUES (1, 'secret')")
                    try await transaction.execute("INSERT INTO notes VALUES (1, 'secret')")
                }
            }

            let refused = try #require(error?.serverError)
            #expect(refused.state == .uniqueViolation)
            #expect(refused.constraint == "notes_pkey")
            #expect(refused.table == "notes")
            #expect("\(refused)" == "ERROR 23505 constraint notes_pkey table notes")
        }
    }

    @Test func `an error that the work ignored is not committed as success`() async throws {
        try await withNotes { client, url async throws in
            let error = await failure {
                try await client.transaction { transaction in
                    try await transaction.execute("INSERT INTO notes VALUES (1, 'one')")
                    _ = try? await transaction.execute("INSERT INTO notes VALUES (1, 'again')")
                }
            }

            #expect(error?.serverError?.state == .uniqueViolation)
            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "0")
        }
    }

    @Test func `a failed COMMIT is an error`() async throws {
        try await withNotes { client, url async throws in
            try await TestPostgres.psql(
                url,
                "CREATE TABLE pages (note bigint CONSTRAINT pages_note_fkey REFERENCES notes DEFERRABLE INITIALLY DEFERRED)"
            )

            let error = await failure {
                try await client.transaction { try await $0.execute("INSERT INTO pages VALUES (7)") }
            }

            #expect(error?.serverError?.state == SQLState("23503"))
            #expect(error?.serverError?.constraint == "pages_note_fkey")
            #expect(try await client.read("SELECT count(*) FROM pages").only.int64(0) == 0)
        }
    }

    @Test func `a savepoint rescues a transaction`() async throws {
        try await withNotes { client, url async throws in
            try await client.transaction { transaction in
                try await transaction.execute("INSERT INTO notes VALUES (1, 'one')")
                try await transaction.execute("SAVEPOINT attempt")
                _ = try? await transaction.execute("INSERT INTO notes VALUES (1, 'again')")
                try await transaction.execute("ROLLBACK TO SAVEPOINT attempt")
                try await transaction.execute("INSERT INTO notes VALUES (2, 'two')")
            }

            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "2")
        }
    }

    @Test func `statements asked for at once run one after the other`() async throws {
        try await withNotes { client, _ async throws in
            let sum = try await client.transaction { transaction in
                async let one = transaction.query("SELECT 1 FROM pg_sleep(0.01)")
                async let two = transaction.query("SELECT 2")
                async let three = transaction.query("SELECT 3")
                return try await one.only.int64(0) + two.only.int64(0) + three.only.int64(0)
            }

            #expect(sum == 6)
        }
    }

    @Test func `a transaction used after its end refuses`() async throws {
        try await withNotes { client, _ async throws in
            let kept = Kept<PostgresTransaction>()
            try await client.transaction { transaction in
                kept.keep(transaction)
                try await transaction.execute("SELECT 1")
            }

            let escaped = try #require(kept.value)
            await #expect(throws: PostgresError.transactionFinished) { try await escaped.query("SELECT 1") }
        }
    }

    @Test func `a transaction without statements sends nothing`() async throws {
        try await withNotes { client, _ async throws in
            let value = try await client.transaction { _ in 5 }

            #expect(value == 5)
            #expect(try await client.transaction { try await $0.query("SELECT 6").only.int64(0) } == 6)
        }
    }

    @Test func `a script runs all its statements in the transaction or none`() async throws {
        try await withNotes { client, url async throws in
            let error = await failure {
                try await client.transaction { transaction in
                    try await transaction.executeScript(
                        "INSERT INTO notes VALUES (1, 'a'); INSERT INTO notes VALUES (2, 'b');")
                    try await transaction.execute("INSERT INTO notes VALUES (3, 'c')")
                    try await transaction.executeScript("INSERT INTO notes VALUES (4, 'd'); SELECT 1 / 0;")
                }
            }

            #expect(error?.serverError?.state == SQLState("22012"))
            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "0")
            #expect(try await client.transaction { try await $0.query("SELECT 1").count } == 1)
        }
    }

    @Test func `a serialization failure runs the work again`() async throws {
        try await withNotes { client, url async throws in
            try await TestPostgres.psql(url, "INSERT INTO notes VALUES (1, '0')")
            let runs = Tally()

            try await withThrowingTaskGroup(of: Void.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        try await client.transaction(isolation: .serializable, retries: 50) { transaction in
                            runs.add()
                            let count = try await transaction.query("SELECT words FROM notes").only.string(0)
                            let next = PostgresValue.text(String((Int(count) ?? 0) + 1))
                            try await transaction.query("SELECT pg_sleep(0.02)")
                            try await transaction.execute("UPDATE notes SET words = $1", [next])
                        }
                    }
                }
                try await group.waitForAll()
            }

            #expect(try await TestPostgres.psql(url, "SELECT words FROM notes") == "3")
            #expect(runs.value > 3)
        }
    }

    @Test func `a work that commits by itself is stopped`() async throws {
        try await withNotes { client, url async throws in
            let error = await failure {
                try await client.transaction { transaction in
                    try await transaction.execute("INSERT INTO notes VALUES (1, 'one')")
                    _ = try? await transaction.execute("ROLLBACK")
                    _ = try? await transaction.execute("INSERT INTO notes VALUES (2, 'not in a transaction')")
                }
            }

            #expect(error == .transactionRolledBack)
            #expect(try await TestPostgres.psql(url, "SELECT count(*) FROM notes") == "0")
        }
    }

    @Test func `repetitions are limited`() async throws {
        try await withNotes { client, _ async throws in
            let runs = Tally()

            let error = await failure {
                try await client.transaction(retries: 2) { transaction in
                    runs.add()
                    try await transaction.executeScript("DO $$ BEGIN RAISE EXCEPTION USING ERRCODE = '40001'; END $$")
                }
            }

            #expect(error?.isRetryable == true)
            #expect(runs.value == 3)
        }
    }
}
