import Testing

@Suite struct `The hospital contract of a running program` {
    @Test(arguments: Engine.available) func `gives an e-mail address to one of twenty who ask at the same time`(
        engine: Engine
    ) async throws {
        let database = try await engine.freshDatabase()
        var servers = [try await database.server()]
        if engine == .postgres { servers.append(try await database.server()) }
        let nurse = try await TestClient(servers[0]).register("nurse")
        let body: JSON = [
            "firstname": "Syed", "lastname": "Mehdi", "age": 21, "gender": "M", "email": "syed@example.org",
        ]

        let answers = try await withThrowingTaskGroup(of: TestAnswer.self) { group in
            for number in 0..<20 {
                let client = TestClient(servers[number % servers.count])
                group.addTask {
                    try await client.send(
                        TestRequest("POST", "/hospital/api/patients/", body, token: nurse.access))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }
        }

        let taken: JSON = ["email": ["patient with this email already exists."]]
        #expect(answers.count { $0.status == 201 } == 1)
        #expect(answers.count { $0.status == 400 && $0.json == taken } == 19)
        let listed = try await TestClient(servers[0]).fetch("/api/patients/", as: nurse)
        #expect(listed.elements?.count == 1)
    }

    @Test(arguments: Engine.available) func `lets ten patients a day see a doctor whom it made`(engine: Engine)
        async throws
    {
        let client = TestClient(try await engine.freshDatabase().server())
        let nurse = try await client.register("nurse")
        let doctor = try await client.create(
            "/hospital/api/doctors/",
            [
                "firstname": "John", "lastname": "Doe", "specialization": "CARD", "gender": "M",
                "email": "doe@example.org",
            ], as: nurse)
        let patient = try await client.create("/api/patients/", Samples.patient(), as: nurse)

        var statuses: [Int] = []
        var last: JSON?
        for hour in 10...20 {
            let booking = Samples.appointment(doctor: doctor, patient: patient, at: "2031-03-04T\(hour):00:00Z")
            let answer = try await client.send(
                TestRequest("POST", "/api/appointments/", booking, token: nurse.access))
            statuses.append(answer.status)
            last = answer.json
        }

        #expect(statuses == Array(repeating: 201, count: 10) + [400])
        #expect(last?["code"] == "day_full")
    }

    @Test func `is not served when it is switched off`() async throws {
        let database = try await Engine.sqlite.freshDatabase()
        let server = try await database.server(["HOSPITAL_DIALECT": "off"])
        let client = TestClient(server)
        let nurse = try await client.register("nurse")
        let paths = [
            "auth/register/", "auth/login/", "patients/", "patients/1/", "doctors/", "doctors/1/", "mappings/",
            "mappings/1/", "mappings/1/delete",
        ]

        var statuses: Set<Int> = []
        for path in paths {
            for method in ["GET", "POST", "PUT", "DELETE", "OPTIONS"] {
                let request = TestRequest(method, "/hospital/api/\(path)", token: nurse.access)
                // Not by `send`: the program's own description has these paths.
                try await client.write(request.bytes(port: server.port))
                statuses.insert(try await client.readAnswer().status)
            }
        }

        #expect(statuses == [404])
        #expect(try await client.fetch("/api/patients/", as: nurse) == [])
    }
}
