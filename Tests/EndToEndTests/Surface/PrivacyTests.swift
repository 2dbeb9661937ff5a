import Testing

@Suite("Privacy of the log")
struct PrivacyTests {
    /// Stands in every place where a person's data could.
    private static let marker = "Zebedee"

    @Test("nothing that a person entered, no password and no token is logged at any level", arguments: Engine.available)
    func log(engine: Engine) async throws {
        let database = try await engine.freshDatabase()
        let server = try await database.server(["LOG_LEVEL": "trace"])
        let client = TestClient(server)

        let (statuses, tokens) = try await enterEverything(client)
        let stopped = await server.stop()
        let text = (server.log + server.output).lowercased()

        #expect(statuses.filter { $0 >= 500 } == [])
        #expect(Set(statuses).isSuperset(of: [200, 201, 400, 401, 404]))
        #expect(stopped == 0)
        #expect(server.log.lines(with: "\"message\":\"request\"").count >= statuses.count)
        #expect(text.isClear(of: tokens + [Self.marker, TestClient.password, TestDatabase.secretKey, "Wr0ng-Guess-5"]))
    }

    private func enterEverything(_ client: TestClient) async throws -> (statuses: [Int], tokens: [String]) {
        let m = Self.marker
        let account: JSON = [
            "username": .string(m), "email": .string("\(m)@\(m).example"), "password": .string(TestClient.password),
            "first_name": .string(m), "last_name": .string(m),
        ]
        let registered = try await client.send(TestRequest("POST", "/api/auth/register/", account))
        let token = try #require(registered.text("access"))
        let refresh = try #require(registered.text("refresh"))
        var statuses = [registered.status]
        for request in requests(m, token) + [
            TestRequest("POST", "/api/auth/token/refresh/", ["refresh": .string(refresh)]),
            TestRequest("POST", "/api/auth/logout/", ["refresh": .string(refresh)]),
            TestRequest("GET", "/api/auth/profile/", token: token),
        ] {
            statuses.append(try await client.send(request).status)
        }
        return (statuses, [token, refresh])
    }

    /// Everything that takes text, with the marker in each place; right, wrong and twice.
    private func requests(_ m: String, _ token: String) -> [TestRequest] {
        let patient = marked(
            [
                "last_name", "first_name", "email", "address", "emergency_contact_name", "medical_history", "allergies",
                "current_medications", "insurance_provider", "insurance_number", "phone_number",
                "emergency_contact_phone",
            ],
            over: ["email": .string("\(m)@\(m).example"), "gender": "F", "date_of_birth": "1990-05-15"])
        let doctor = marked(
            ["first_name", "last_name", "specialization", "license_number", "phone_number", "address", "education"],
            over: ["email": .string("\(m)@\(m).example"), "gender": "M"])
        var broken = TestRequest("POST", "/api/patients/", token: token).with("Content-Type", "application/json")
        broken.body = Array("{\"first_name\": \"\(m)\", ".utf8)
        return [
            TestRequest("POST", "/api/patients/", patient, token: token),
            TestRequest("POST", "/api/doctors/", doctor, token: token),
            TestRequest("POST", "/api/doctors/", doctor, token: token),
            TestRequest("POST", "/api/mappings/", ["patient": 1, "doctor": 1, "notes": .string(m)], token: token),
            TestRequest("POST", "/api/mappings/", ["patient": 1, "doctor": 1, "notes": .string(m)], token: token),
            TestRequest(
                "POST", "/api/appointments/",
                ["patient": 1, "doctor": 1, "appointment_datetime": "2031-03-03T10:00:00Z", "reason": .string(m)],
                token: token),
            TestRequest(
                "PATCH", "/api/auth/profile/", ["address": .string(m), "phone_number": .string(m)], token: token),
            TestRequest("POST", "/api/patients/", ["gender": .string(m), "date_of_birth": .string(m)], token: token),
            TestRequest("GET", "/api/patients/?search=\(m)&gender=\(m)", token: token),
            TestRequest("GET", "/api/patients/\(m)/", token: token),
            TestRequest("GET", "/\(m)/", token: token),
            TestRequest("POST", "/api/auth/login/", ["username": .string(m), "password": "Wr0ng-Guess-5"]),
            TestRequest(
                "POST", "/api/auth/login/", ["username": .string(m), "password": .string(TestClient.password)]),
            TestRequest("GET", "/api/patients/", token: m),
            TestRequest("GET", "/api/patients/", token: token).with("X-Request-ID", "\(m) \(m)"),
            TestRequest("GET", "/api/patients/", token: token).with("Origin", "http://\(m).example"),
            TestRequest("GET", "/api/patients/", token: token).with("Accept", "text/\(m)"),
            TestRequest("PROPFIND", "/api/patients/", token: token),
            broken,
        ]
    }

    private func marked(_ members: [String], over others: [String: JSON]) -> JSON {
        .object(others.merging(members.map { ($0, .string(Self.marker)) }) { other, _ in other })
    }
}

extension String {
    /// Whether a lower-case text holds none of these in any case. Of a token its last part counts: the first is alike in all.
    fileprivate func isClear(of secrets: [String]) -> Bool {
        !secrets.contains { contains($0.split(separator: ".").last.map { $0.lowercased() } ?? "") }
    }
}
