import Testing

@Suite("Crashes")
struct CrashTests {
    private static let rounds = 20
    private static let writers = 4

    @Test(
        "20 times killed during writes, the server has every acknowledged record and no torn one",
        arguments: Engine.available)
    func kills(engine: Engine) async throws {
        let database = try await engine.freshDatabase()
        var random = SeededGenerator(seed: 20)
        var server = try await database.server()
        let template = try await people(TestClient(server))
        var problems: [String] = []
        var (acknowledged, unanswered) = (0, 0)
        var history: [CrashRound.Write] = []

        for number in 0..<Self.rounds {
            let round = CrashRound(
                number: number, account: template.account, doctors: template.doctors, patients: template.patients)
            let fuse = CrashRound.Fuse(after: Int.random(in: 4...60, using: &random))
            let running = server
            async let writes = round.write(to: running, fuse: fuse)
            await fuse.wait()
            try await Task.sleep(for: .microseconds(Int.random(in: 0...4_000, using: &random)))
            await running.kill()
            let written = await writes
            server = try await database.server()
            problems += try await round.verdict(written, client: TestClient(server))
            acknowledged += written.count { $0.acknowledged != nil }
            unanswered += written.count { $0.acknowledged == nil }
            history += written
        }
        let lostLater = try await lost(history, TestClient(server), template.account)
        let status = await server.stop()

        #expect(problems == [])
        #expect(lostLater == [])
        #expect(acknowledged > Self.rounds && unanswered >= Self.rounds)
        #expect(status == 0)
        #expect(try await database.complaints() == "")
    }

    private func people(_ client: TestClient) async throws -> CrashRound {
        let account = try await client.register("visitor")
        var (doctors, patients): ([Int], [Int]) = ([], [])
        for number in 0..<Self.writers {
            doctors.append(try await client.create("/api/doctors/", Samples.doctor("H-\(number)"), as: account))
            patients.append(try await client.create("/api/patients/", Samples.patient(), as: account))
        }
        return CrashRound(number: 0, account: account, doctors: doctors, patients: patients)
    }

    /// Ids of acknowledged records that are not there any more, after all rounds.
    private func lost(_ writes: [CrashRound.Write], _ client: TestClient, _ account: Account) async throws -> [String] {
        var lost: [String] = []
        for write in writes {
            guard let record = write.acknowledged, let id = record["id"]?.number else { continue }
            let answer = try await client.send(TestRequest("GET", "\(write.path)\(id)/", token: account.access))
            if answer.json != record { lost.append("\(write.path)\(id)/") }
        }
        return lost
    }
}
