import NIOPosix
import PostgresTestServer
import Testing

@testable import PostgresClient

/// Reads by one key each that go out together.
@Suite(.enabled(if: TestPostgres.isAvailable))
struct GatheredReadTests {
    /// Finds all but those whose number can be divided by seven; what it takes for a number is refused for 13.
    private static let find = PostgresStatement(
        byKey:
            "SELECT n, $1::text FROM (SELECT $2::bigint / CASE $2::bigint WHEN 13 THEN 0 ELSE 1 END) t (n) WHERE n % 7 <> 0",
        gathered: """
            SELECT asked.n / CASE asked.n WHEN 13 THEN 0 ELSE 1 END, $1::text, place
            FROM unnest($2::bigint[]) WITH ORDINALITY AS asked (n, place)
            WHERE asked.n % 7 <> 0
            ORDER BY asked.n DESC
            """)

    private func found(_ numbers: [Int64], _ client: PostgresClient) async -> [Result<String?, PostgresError>] {
        await withTaskGroup(of: (Int, Result<String?, PostgresError>).self) { group in
            for (index, number) in numbers.enumerated() {
                group.addTask {
                    do throws(PostgresError) {
                        let row = try await client.read(Self.find, [.text("a\(number % 2)"), .int64(number)]).atMostOne
                        return (index, .success(try row.map { row throws(PostgresError) in try text(row) }))
                    } catch {
                        return (index, .failure(error))
                    }
                }
            }
            let all = await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
            return numbers.indices.compactMap { all[$0] }
        }
    }

    @Test func `each has the row of its own key, also where several ask for the same one`() async throws {
        try await withClient(.with { $0.readConnections = 1 }) { client, _ async throws in
            let numbers = (Int64(100)..<300).map { $0 / 2 }

            let answers = await found(numbers, client)

            #expect(answers == numbers.map { .success($0 % 7 == 0 ? nil : "\($0) a\($0 % 2)") })
        }
    }

    @Test func `what is asked for in one turn is one statement, and what differs in more than the key another one`()
        async throws
    {
        let find = PostgresStatement(
            byKey: "SELECT $1 || ' one ' || $2",
            gathered:
                "SELECT $1 || ' of ' || cardinality($2::text[]) || ' ' || n, place FROM unnest($2::text[]) WITH ORDINALITY AS a (n, place)"
        )
        try await withClient(.with { $0.readConnections = 1 }) { client, _ async throws in
            try await eventually("connection") { client.counters.readConnectionsOpen == 1 }
            let texts = try await Task(
                executorPreference: LoopTaskExecutor(MultiThreadedEventLoopGroup.singleton.any())
            ) {
                let asked = [("a", "1"), ("b", "1"), ("a", #"x"\,{}"#), ("a", "1")]
                let reads = try asked.map { try client.beginRead(find, [.text($0), .text($1)]) }
                var texts: [String] = []
                for read in reads { texts.append(try await read.rows().only.string(0)) }
                return texts
            }.value

            #expect(texts == ["a of 2 1", "b one 1", #"a of 2 x"\,{}"#, "a of 2 1"])
        }
    }

    @Test func `reads under other settings are other statements`() async throws {
        let find = PostgresStatement(
            byKey: "SELECT current_setting('test.sight'), $1::text",
            gathered:
                "SELECT current_setting('test.sight'), n, place FROM unnest($1::text[]) WITH ORDINALITY AS a (n, place)"
        )
        try await withClient(
            .with {
                $0.readConnections = 1
                $0.localSetting = "test.sight"
            }
        ) { client, _ async throws in
            let answers = try await withThrowingTaskGroup(of: Bool.self) { group in
                for number in 0..<100 {
                    group.addTask {
                        let sight = LocalSetting("sees \(number % 3)")
                        let row = try await client.read(find, [.text("\(number)")], setting: sight).only
                        return try row.string(0) == "sees \(number % 3)" && row.string(1) == "\(number)"
                    }
                }
                return try await group.reduce(into: []) { $0.append($1) }
            }

            #expect(answers.count == 100 && answers.allSatisfy(\.self))
        }
    }

    @Test func `one that is refused is refused alone`() async throws {
        try await withClient(.with { $0.readConnections = 1 }) { client, _ async throws in
            let numbers = Array(Int64(1)..<60)

            let answers = await found(numbers, client)

            for (number, answer) in zip(numbers, answers) where number != 13 {
                #expect(answer == .success(number % 7 == 0 ? nil : "\(number) a\(number % 2)"))
            }
            #expect(throws: PostgresError.self) { try answers[12].get() }
            try await eventually("nothing is in flight") { client.counters.readsInFlight == 0 }
        }
    }
}

private func text(_ row: PostgresRow) throws(PostgresError) -> String {
    "\(try row.int64(0)) \(try row.string(1))"
}
