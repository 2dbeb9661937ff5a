import PostgresTestServer
import Testing

@testable import PostgresClient

@Suite(.enabled(if: TestPostgres.isAvailable))
struct `Reads of works that are one statement` {
    private static let echo = PostgresStatement(sharedRead: "SELECT $1, $2, txid_current()", ["text", "bigint"])
    private static let several = PostgresStatement(
        sharedRead: "SELECT number FROM generate_series(1, $1) AS n (number)", ["bigint"])

    @Test func `give each its own values back, whatever is in them`() async throws {
        let texts: [String?] = [
            "plain", nil, "", "NULL", #"with "quotes" and \ and {braces}, commas"#, "line\nbreak", "Zoë 👩‍⚕️", "$1 $2",
            "{}",
        ]
        try await withNotes { client, _ async throws in
            let outcomes = try await SharedNotes(client).together(texts.indices.map { [Int64($0)] }) { seat, place in
                let text = texts[place]
                let row = try await seat.transaction.query(
                    Self.echo, [PostgresValue(text), place == 3 ? .null : .int64(Int64(place))]
                ).only
                return (try row.stringIfPresent(0), try row.int64IfPresent(1))
            }

            for (place, outcome) in outcomes.enumerated() {
                let (text, number) = try #require(try outcome.get())
                #expect(text == texts[place])
                #expect(number == (place == 3 ? nil : Int64(place)))
            }
        }
    }

    @Test func `give each as many rows as are its own`() async throws {
        let counts: [Int64] = [3, 0, 1, 0, 5]
        try await withNotes { client, _ async throws in
            let outcomes = try await SharedNotes(client).together(counts.indices.map { [Int64($0)] }) { seat, place in
                let count = counts[place]
                let rows = try await seat.transaction.query(Self.several, [.int64(count)])
                return try rows.map { try $0.int64(0) }.sorted()
            }

            #expect(try outcomes.map { try $0.get() } == counts.map { count in (0..<count).map { $0 + 1 } })
        }
    }

    @Test func `see what each of them says`() async throws {
        try await withNotes(.with { $0.localSetting = "test.sight" }) { client, _ async throws in
            let read = PostgresStatement(sharedRead: "SELECT current_setting('test.sight') || $1", ["text"])
            let outcomes = try await SharedNotes(client).together((0..<6).map { [$0] }) { seat, place in
                let later = try seat.transaction.queryLater(read, ["-ahead"], setting: LocalSetting("all"))
                let sight = LocalSetting("sight \(place % 2)")
                let own = try await seat.transaction.query(read, [.text("-\(place)")], setting: sight)
                return [try await later.rows().only.string(0), try own.only.string(0)]
            }

            #expect(
                try outcomes.map { try $0.get() }
                    == (0..<6).map { ["all-ahead", "sight \($0 % 2)-\($0)"] })
        }
    }

    @Test func `are told from those of another kind`() async throws {
        try await withNotes { client, _ async throws in
            let outcomes = try await SharedNotes(client).together((0..<4).map { [$0] }) { seat, place in
                let query = seat.transaction
                return place % 2 == 0
                    ? try await query.query(Self.several, [2]).count
                    : try await query.query(Self.echo, ["x", 1]).count
            }

            #expect(try outcomes.map { try $0.get() } == [2, 1, 2, 1])
        }
    }

    @Test func `and rows that works leave are one statement`() async throws {
        try await withNotes { client, url async throws in
            _ = try await SharedNotes(client).together([[0], [1], [2]]) { seat, place in
                let words = [PostgresValue("{\"a\\"), nil, "c"][place]
                try seat.transaction.executeLater(Self.insert, [.int64(Int64(place)), words])
            }

            #expect(
                try await TestPostgres.psql(
                    url,
                    "SELECT string_agg(coalesce(words, 'NULL'), ',' ORDER BY id), count(DISTINCT cmin::text) FROM notes"
                )
                    == "{\"a\\,NULL,c|1")
        }
    }

    @Test func `leave those of one work in its order`() async throws {
        try await withNotes { client, url async throws in
            _ = try await SharedNotes(client).together([[0], [1], [2]]) { seat, place in
                let id = PostgresValue.int64(Int64(place))
                let change: PostgresStatement = "UPDATE notes SET words = words || ' changed' WHERE id = $1"
                if place == 1 { try seat.transaction.executeLater(change, [id]) }
                try seat.transaction.executeLater(Self.insert, [id, .text("\(place)")])
                if place != 1 { try seat.transaction.executeLater(change, [id]) }
            }

            #expect(
                try await TestPostgres.psql(url, "SELECT string_agg(words, ',' ORDER BY id) FROM notes")
                    == "0 changed,1,2 changed")
        }
    }

    private static let insert = PostgresStatement(
        shared: "INSERT INTO notes VALUES ($1, $2)",
        together: "INSERT INTO notes SELECT * FROM unnest($1::bigint[], $2::text[])")
}
