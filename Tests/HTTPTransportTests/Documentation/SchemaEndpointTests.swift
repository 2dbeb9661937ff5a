import APIContract
import HTTPTypes
import Testing

@testable import HTTPTransport

@Suite("The description of the API, served")
struct SchemaEndpointTests {
    @Test(
        "is JSON, or YAML when that is preferred or asked for",
        arguments: [
            ("", nil, "application/json"), ("", "*/*", "application/json"),
            ("", "text/html, */*;q=0.1", "application/json"),
            ("", "application/yaml", "application/yaml"),
            ("", "application/vnd.oai.openapi", "application/vnd.oai.openapi"),
            ("", "application/json;q=0.5, application/yaml", "application/yaml"),
            ("?format=yaml", "application/json", "application/yaml"),
            ("?format=json", "application/yaml", "application/json"),
        ] as [(String, String?, String)])
    func form(query: String, accept: String?, type: String) async throws {
        let server = try await TestServer()

        let answer = try await server.send(
            .get, "/api/schema/\(query)", headers: accept.map { [.accept: $0] } ?? [:])

        #expect(answer.status == 200)
        #expect(answer.headers[.contentType] == type)
        #expect(answer.body.hasPrefix(type == "application/json" ? #"{"openapi":"3.1.0","# : #"openapi: "3.1.0""#))
    }

    @Test("in another form is refused: 400 for a parameter, 406 for a header")
    func refused() async throws {
        let server = try await TestServer()

        let parameter = try await server.send(.get, "/api/schema/?format=xml")
        let header = try await server.send(.get, "/api/schema/", headers: [.accept: "text/csv"])

        #expect(parameter.status == 400)
        #expect(parameter.body == #"{"format":["Select a valid choice. xml is not one of the available choices."]}"#)
        #expect(header.status == 406)
    }

    @Test("the page asks for nothing but its own files, and runs no script that stands in it")
    func page() async throws {
        let server = try await TestServer()

        let page = try await server.send(.get, "/api/docs/")
        let script = try await server.send(.get, "/api/docs/docs.js")
        let style = try await server.send(.get, "/api/docs/docs.css")

        #expect(page.status == 200 && script.status == 200 && style.status == 200)
        let policy = try #require(page.headers[.contentSecurityPolicy])
        #expect(policy.hasPrefix("default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'"))
        #expect(!policy.contains("unsafe"))
        for text in [page.body, script.body, style.body] {
            #expect(text.matches(of: /https?:\/\/[^\s'"]+/).allSatisfy { $0.output.contains("www.w3.org") })
        }
        #expect(script.body.hasPrefix(#""use strict";"#) && script.body.hasSuffix("start();\n"))
        #expect(page.body.utf8.count + script.body.utf8.count + style.body.utf8.count < 60_000)
    }

    @Test("as YAML and indented JSON it has a member a line, and texts that mean something else are quoted")
    func lines() {
        let json: JSONValue = [
            "a": ["b": [1, ["c": "yes", "d": []], [true]], "no": .null], "e f": "x: \"y\"\n", "g": [:],
        ]

        #expect(
            json.yaml == """
                a:
                  b:
                    - 1
                    - c: "yes"
                      d: []
                    - - true
                  "no": null
                "e f": "x: \\"y\\"\\n"
                g: {}
                """)
        #expect(
            (["a": [1, ["b": "c"]], "d": [:]] as JSONValue).indented == """
                {
                  "a": [
                    1,
                    {
                      "b": "c"
                    }
                  ],
                  "d": {}
                }
                """)
    }
}
