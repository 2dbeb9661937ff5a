import Testing

@Suite("What every request meets")
struct RequestSurfaceTests {
    @Test("a body beyond the limit is 413, whether its length is told or not, and the server goes on")
    func bodyLimit() async throws {
        let server = try await Engine.sqlite.freshDatabase().server(["MAX_BODY_BYTES": "2048"])
        let visitor = try await TestClient(server).register("visitor")
        let long = Samples.patient(String(repeating: "x", count: 3000))
        var chunked = TestRequest("POST", "/api/patients/", token: visitor.access)
            .with("Content-Type", "application/json").with("Transfer-Encoding", "chunked")
        chunked.body = Array("bb8\r\n".utf8) + [UInt8](repeating: 0x20, count: 3000) + Array("\r\n0\r\n\r\n".utf8)

        let told = try await TestClient(server).send(TestRequest("POST", "/api/patients/", long, token: visitor.access))
        let untold = try await TestClient(server).send(chunked)
        let after = try await TestClient(server).send(
            TestRequest("POST", "/api/patients/", Samples.patient(), token: visitor.access))

        #expect([told.status, untold.status, after.status] == [413, 413, 201])
        #expect(told.text("detail") != nil && untold.text("detail") != nil)
    }

    @Test("a type that is not served is 415, JSON that cannot be read 400, and neither is kept")
    func unreadableBodies() async throws {
        let server = try await Engine.sqlite.freshDatabase().server()
        let client = TestClient(server)
        let visitor = try await client.register("visitor")
        var text = TestRequest("POST", "/api/patients/", token: visitor.access).with("Content-Type", "text/plain")
        text.body = Array("a=1".utf8)
        var broken = TestRequest("POST", "/api/patients/", token: visitor.access).with(
            "Content-Type", "application/json")
        broken.body = Array("{\"first_name\": \"\u{00e9}".utf8.dropLast()) + Array("\"}".utf8)

        let answers = [try await client.send(text), try await client.send(broken)]

        #expect(answers.map(\.status) == [415, 400])
        #expect(answers[0].text("detail") == "Unsupported media type \"text/plain\" in request.")
        #expect(answers[1].text("detail")?.hasPrefix("JSON parse error - ") == true)
        #expect(try await client.fetch("/api/patients/", as: visitor) == [])
    }

    @Test(
        "a host that is not named in ALLOWED_HOSTS is 400, and so is a head that is no HTTP",
        arguments: ["evil.example", "127.0.0.1.evil.example", "localhost.", "[::2]", ""])
    func hosts(host: String) async throws {
        let server = try await Engine.sqlite.freshDatabase().server()
        var request = TestRequest("GET", "/readyz")
        request.host = host

        let refused = try await TestClient(server).send(request)
        let garbled = TestClient(server)
        try await garbled.write(Array("GET /readyz\u{0} nonsense\r\n\r\n".utf8))
        let end = String(decoding: try await garbled.readToEnd(), as: UTF8.self)

        #expect(refused.status == 400)
        #expect(end.hasPrefix("HTTP/1.1 400"))
    }

    @Test("a sane X-Request-ID comes back and is logged; others are replaced")
    func requestIDs() async throws {
        let server = try await Engine.sqlite.freshDatabase().server()
        let client = TestClient(server)
        let odd = ["two words", "semi;colon", String(repeating: "a", count: 129), "\u{00e9}", "<b>", "", "..\\.."]

        let sane = try await client.send(TestRequest("GET", "/readyz").with("X-Request-ID", "trace-1.A_z"))
        var replaced: [String] = []
        for name in odd {
            let answer = try await client.send(TestRequest("GET", "/readyz").with("X-Request-ID", name))
            replaced.append(try #require(answer["X-Request-ID"]))
        }
        let none = try await client.send(TestRequest("GET", "/readyz"))

        #expect(sane["X-Request-ID"] == "trace-1.A_z")
        #expect(
            replaced.allSatisfy { $0.wholeMatch(of: /[A-Za-z0-9._-]{16,128}/) != nil }
                && Set(replaced).count == odd.count)
        #expect(none["X-Request-ID"]?.isEmpty == false)
        #expect(await server.stop() == 0)
        #expect(server.log.lines(with: "\"request_id\":\"trace-1.A_z\"").count == 1)
    }

    @Test("HEAD answers like GET without a body, and OPTIONS tells the methods")
    func headAndOptions() async throws {
        let server = try await Engine.sqlite.freshDatabase().server()
        let client = TestClient(server)
        let visitor = try await client.register("visitor")
        _ = try await client.create("/api/patients/", Samples.patient(), as: visitor)

        let get = try await client.send(TestRequest("GET", "/api/patients/", token: visitor.access))
        let head = try await client.send(TestRequest("HEAD", "/api/patients/", token: visitor.access))
        let after = try await client.send(TestRequest("GET", "/readyz"))
        let options = try await client.send(TestRequest("OPTIONS", "/api/patients/", token: visitor.access))
        let refused = try await client.send(TestRequest("PROPFIND", "/api/patients/", token: visitor.access))

        #expect(head.status == get.status && head["Content-Length"] == get["Content-Length"] && head.body.isEmpty)
        #expect(after.status == 200)
        #expect(options.status == 200 && options["Allow"] == "GET, HEAD, OPTIONS, POST")
        #expect(refused.status == 405 && refused["Allow"] == "GET, HEAD, OPTIONS, POST")
    }

    @Test("a page of an allowed origin may use the API, one of another origin may not")
    func crossOrigin() async throws {
        let server = try await Engine.sqlite.freshDatabase().server(["CORS_ALLOWED_ORIGINS": "https://desk.example"])
        let client = TestClient(server)
        let preflight = TestRequest("OPTIONS", "/api/patients/").with("Access-Control-Request-Method", "PATCH")

        let allowed = try await client.send(preflight.with("Origin", "https://desk.example"))
        let foreign = try await client.send(preflight.with("Origin", "https://desk.example.evil"))
        let simple = try await client.send(TestRequest("GET", "/readyz").with("Origin", "https://desk.example"))

        #expect(allowed.status == 200 && allowed["Access-Control-Allow-Origin"] == "https://desk.example")
        #expect(allowed["Access-Control-Allow-Methods"]?.contains("PATCH") == true)
        #expect(allowed["Access-Control-Allow-Headers"]?.contains("authorization") == true)
        #expect(foreign["Access-Control-Allow-Origin"] == nil)
        #expect(simple["Access-Control-Allow-Origin"] == "https://desk.example")
        #expect(simple["Vary"]?.lowercased().contains("origin") == true)
    }
}
