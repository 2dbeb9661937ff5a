import PostgresTestServer
import Testing

@Suite("Booking race")
struct BookingRaceTests {
    private static let clients = 24
    private static let attempts = 400
    private static let fine: Set<String> = [
        "book 201", "book 400", "book 503", "move 200", "move 400", "move 503", "cancel 200", "cancel 503",
        "delete 204",
        "delete 503",
    ]

    @Test(
        "24 clients that book, move and cancel on 2 doctors and 3 patients never get two of them at the same time",
        arguments: Engine.available)
    func race(engine: Engine) async throws {
        let database = try await engine.freshDatabase()
        var servers = [try await database.server()]
        if engine == .postgres { servers.append(try await database.server()) }
        let (visitor, doctors, patients) = try await people(TestClient(servers[0]))

        let tally = try await race(servers, visitor, doctors, patients)
        let rows =
            try await TestClient(servers[0]).fetch("/api/appointments/?status=SCHEDULED", as: visitor).elements ?? []
        let held = rows.compactMap { HeldTime($0) }
        var statuses: [Int32] = []
        for server in servers { statuses.append(await server.stop()) }

        #expect(Set(tally.keys).subtracting(Self.fine) == [])
        #expect(
            tally["book 201", default: 0] > 0 && tally["book 400", default: 0] > 0 && tally["move 200", default: 0] > 0)
        #expect(tally.values.reduce(0, +) == Self.clients * Self.attempts)
        #expect(held.count == rows.count && !held.isEmpty && held.count < 1000)
        #expect(HeldTime.overlaps(held) == [])
        #expect(statuses.allSatisfy { $0 == 0 })
        for server in servers { #expect(server.log.lines(with: "\"level\":\"error\"") == []) }
        if engine == .postgres { #expect(try await deadlocks(database) == "0") }
    }

    private func people(_ client: TestClient) async throws -> (Account, doctors: [Int], patients: [Int]) {
        let visitor = try await client.register("visitor")
        let doctors = [
            try await client.create("/api/doctors/", Samples.doctor("H-1"), as: visitor),
            try await client.create("/api/doctors/", Samples.doctor("H-2"), as: visitor),
        ]
        var patients: [Int] = []
        for name in ["Ann", "Bo", "Cy"] {
            patients.append(try await client.create("/api/patients/", Samples.patient(firstName: name), as: visitor))
        }
        return (visitor, doctors, patients)
    }

    private func race(
        _ servers: [ServerProcess], _ account: Account, _ doctors: [Int], _ patients: [Int]
    ) async throws -> [String: Int] {
        try await withThrowingTaskGroup(of: [String: Int].self) { group in
            for number in 0..<Self.clients {
                let client = TestClient(servers[number % servers.count])
                group.addTask {
                    var racer = Racer(
                        client: client, account: account, doctors: doctors, patients: patients, seed: UInt64(number))
                    try await racer.run(attempts: Self.attempts)
                    return racer.tally
                }
            }
            return try await group.reduce(into: [:]) { $0.merge($1, uniquingKeysWith: +) }
        }
    }

    /// As PostgreSQL counts them, after all of the database's connections have ended and reported.
    private func deadlocks(_ database: TestDatabase) async throws -> String {
        try await TestPostgres.psql(
            database.url, "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()")
    }
}

extension String {
    /// The lines that hold a text.
    func lines(with text: String) -> [String] {
        split(separator: "\n").filter { $0.contains(text) }.map { String($0) }
    }
}
