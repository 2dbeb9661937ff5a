import PostgresClient
import PostgresTestServer
import Testing

@Suite(.enabled(if: TestPostgres.isAvailable))
struct ValueTests {
    @Test(arguments: [
        "", "Ärztin Zoë", "患者 🏥 👩‍⚕️", "e\u{301}", "O'Neill; DROP TABLE patients; --", "back\\slash \"quotes\" {braces},",
        "line\nbreak\ttab", "\"", "\\", String(repeating: "x", count: 100_000),
    ])
    func `text comes back as it went`(text: String) async throws {
        try await withClient(on: TestPostgres.shared.url()) { client, _ async throws in
            let row = try await client.read("SELECT $1::text, $2::text[]", [.text(text), .texts([text, "", text])]).only

            #expect(try row.string(0).unicodeScalars.elementsEqual(text.unicodeScalars))
            #expect(try row.strings(1) == [text, "", text])
        }
    }

    @Test func `NULL differs from empty`() async throws {
        try await withClient(on: TestPostgres.shared.url()) { client, _ async throws in
            let row = try await client.read("SELECT $1::text, $2::text, $3::bigint", [nil, "", nil]).only

            #expect(try row.stringIfPresent(0) == nil)
            #expect(try row.stringIfPresent(1) == "")
            #expect(try row.isNull(2))
            #expect(throws: PostgresError.unexpectedValue(column: 0)) { try row.string(0) }
        }
    }

    @Test func `numbers come back at their limits`() async throws {
        try await withClient(on: TestPostgres.shared.url()) { client, _ async throws in
            let row = try await client.read(
                "SELECT $1::bigint, $2::bigint, $3::integer, $4::smallint, $5::float8, $6::bigint[]",
                [
                    .int64(.max), .int64(.min), .int64(-2_147_483_648), 32_767, .double(.leastNonzeroMagnitude),
                    .int64s([.min, 0, .max]),
                ]
            ).only

            #expect(try row.int64(0) == .max)
            #expect(try row.int64(1) == .min)
            #expect(try row.int32(2) == .min)
            #expect(try row.int32(3) == 32_767)
            #expect(try row.double(4) == .leastNonzeroMagnitude)
            #expect(try row.int64s(5) == [.min, 0, .max])
            #expect(throws: PostgresError.unexpectedValue(column: 0)) { try row.int32(0) }
        }
    }

    @Test(arguments: [
        (Int64(0), "1970-01-01 00:00:00"), (-1, "1969-12-31 23:59:59.999999"),
        (1_709_210_096_123_456, "2024-02-29 12:34:56.123456"), (253_402_300_799_999_999, "9999-12-31 23:59:59.999999"),
        (-62_135_596_800_000_000, "0001-01-01 00:00:00"), (-63_000_000_000_000_000, "0028-08-11 16:00:00 BC"),
    ])
    func `a moment keeps its microseconds`(microseconds: Int64, text: String) async throws {
        try await withClient(on: TestPostgres.shared.url()) { client, _ async throws in
            let row = try await client.read(
                "SELECT $1::timestamptz, ($1::timestamptz AT TIME ZONE 'UTC')::text",
                [.timestamp(microseconds: microseconds)]
            ).only

            #expect(try row.timestamp(0) == microseconds)
            if microseconds != -63_000_000_000_000_000 { #expect(try row.string(1) == text) }
        }
    }

    @Test(arguments: [
        (PostgresDate(year: 2024, month: 2, day: 29), "2024-02-29"),
        (PostgresDate(year: 1900, month: 3, day: 1), "1900-03-01"),
        (PostgresDate(year: 1, month: 1, day: 1), "0001-01-01"),
        (PostgresDate(year: -43, month: 3, day: 15), "0044-03-15 BC"),
        (PostgresDate(year: 9999, month: 12, day: 31), "9999-12-31"),
    ])
    func `a date comes back as it went`(date: PostgresDate, text: String) async throws {
        try await withClient(on: TestPostgres.shared.url()) { client, _ async throws in
            let row = try await client.read("SELECT $1::date, $1::date::text", [.date(date)]).only

            #expect(try row.date(0) == date)
            #expect(try row.string(1) == text)
        }
    }

    @Test func `infinity is no moment and no date`() async throws {
        try await withClient(on: TestPostgres.shared.url()) { client, _ async throws in
            let row = try await client.read("SELECT 'infinity'::timestamptz, '-infinity'::date").only

            #expect(throws: PostgresError.unexpectedValue(column: 0)) { try row.timestamp(0) }
            #expect(throws: PostgresError.unexpectedValue(column: 1)) { try row.date(1) }
        }
    }

    @Test func `bytes, booleans, uuids, json and enums are read`() async throws {
        try await withClient { client, url async throws in
            try await TestPostgres.psql(url, "CREATE TYPE mood AS ENUM ('calm', 'cross')")

            let row = try await client.read(
                "SELECT $1::bytea, $2::boolean, $3::uuid, $4::jsonb, $5::mood, ARRAY[]::text[]",
                [.bytes([0, 1, 255]), false, "0a1b2c3d-0000-4000-8000-0123456789ab", "{\"a\": 1}", "cross"]
            ).only

            #expect(try row.bytes(0) == [0, 1, 255])
            #expect(try row.bool(1) == false)
            #expect(try row.string(2) == "0a1b2c3d-0000-4000-8000-0123456789ab")
            #expect(try row.string(3) == "{\"a\": 1}")
            #expect(try row.string(4) == "cross")
            #expect(try row.strings(5) == [])
        }
    }

    @Test func `ten thousand rows arrive in order`() async throws {
        try await withClient(on: TestPostgres.shared.url()) { client, _ async throws in
            let rows = try await client.longRead(
                "SELECT n, repeat('x', n % 50) FROM generate_series(1, 10000) AS n ORDER BY n")

            #expect(rows.count == 10_000)
            #expect(try rows.enumerated().allSatisfy { try $1.int64(0) == Int64($0 + 1) })
            #expect(try rows[9_999].string(1) == "")
            #expect(try rows[9_998].string(1).count == 49)
        }
    }

    @Test func `a NUL byte is refused before it is sent`() async throws {
        try await withClient(on: TestPostgres.shared.url()) { client, _ async throws in
            await #expect(throws: PostgresError.invalidParameter(position: 2)) {
                try await client.read("SELECT $1::text, $2::text", ["a", "b\0c"])
            }
            await #expect(throws: PostgresError.invalidParameter(position: 1)) {
                try await client.read("SELECT $1::text[]", [.texts(["a", "b\0c"])])
            }
        }
    }

    @Test func `values never show in descriptions`() async throws {
        try await withClient(on: TestPostgres.shared.url()) { client, _ async throws in
            let rows = try await client.read("SELECT 'secret'")
            var dumped = ""
            dump(rows, to: &dumped)
            dump(PostgresValue.text("secret"), to: &dumped)
            dump(try PostgresConfiguration("postgresql://u:secret@h/d"), to: &dumped)
            let error = await failure { try await client.read("SELECT $1::int", ["secret"]) }

            let texts = [
                dumped, "\(rows)", String(reflecting: rows[0]), "\(PostgresValue.text("secret"))",
                String(reflecting: error),
            ]
            #expect(texts.allSatisfy { !$0.contains("secret") })
            #expect(error?.serverError?.state == SQLState("22P02"))
        }
    }

    @Test func `a column of another type, or missing, is an error`() async throws {
        try await withClient(on: TestPostgres.shared.url()) { client, _ async throws in
            let row = try await client.read("SELECT 1::int, 1.5::numeric").only

            #expect(throws: PostgresError.unexpectedValue(column: 0)) { try row.string(0) }
            #expect(throws: PostgresError.unexpectedValue(column: 1)) { try row.int64(1) }
            #expect(throws: PostgresError.unexpectedValue(column: 2)) { try row.int64(2) }
        }
    }
}
