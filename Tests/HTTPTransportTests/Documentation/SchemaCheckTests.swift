import APIContract
import Testing

@testable import HTTPTransport

@Suite("Comparing answers with the document")
struct SchemaCheckTests {
    private static let person: JSONValue = [
        "type": "object", "required": ["name", "born"], "additionalProperties": false,
        "properties": [
            "name": ["type": "string", "maxLength": 3, "pattern": "^[a-z]*$"],
            "born": ["type": ["string", "null"], "format": "date"],
            "age": ["type": "integer", "minimum": 0, "maximum": 120],
            "kind": ["type": "string", "enum": ["a", "b"]],
            "seen": ["type": "string", "format": "date-time"],
            "words": ["type": "array", "items": ["type": "string"], "maxItems": 1],
        ],
    ]

    @Test(
        "a value that does not fit is refused, with the place and without the value",
        arguments: [
            (
                #"{"name":"ann","born":"1990-05-15","age":3,"kind":"a","seen":"2031-03-04T08:15:42.120045Z","words":["x"]}"#,
                []
            ),
            (#"{"name":"bo","born":null}"#, []),
            (#"{"born":null}"#, [": lacks name"]),
            (#"{"name":"bo","born":null,"more":1}"#, [": has a member more"]),
            (#"{"name":"anna","born":null}"#, ["/name: is too long"]),
            (#"{"name":"Bo","born":null}"#, ["/name: does not have the form"]),
            (#"{"name":null,"born":null}"#, ["/name: is not of type string"]),
            (#"{"name":"bo","born":"1990-13-01"}"#, ["/born: is no date"]),
            (#"{"name":"bo","born":null,"age":1.0}"#, ["/age: is not of type integer"]),
            (#"{"name":"bo","born":null,"age":121}"#, ["/age: is too large"]),
            (#"{"name":"bo","born":null,"kind":"c"}"#, ["/kind: is none of the choices"]),
            (#"{"name":"bo","born":null,"seen":"2031-03-04 08:15"}"#, ["/seen: is no date-time"]),
            (
                #"{"name":"bo","born":null,"words":["x",1]}"#,
                ["/words/1: is not of type string", "/words: has too many elements"]
            ),
            ("[]", [": is not of type object"]),
        ])
    func refused(json: String, expected: [String]) throws {
        let value = try JSONParser.parse(json.utf8)

        let problems = SchemaCheck(document: [:]).problems(value, Self.person)

        #expect(Set(problems) == Set(expected))
    }

    @Test("exactly one of several alternatives has to fit")
    func alternatives() {
        let check = SchemaCheck(document: [:])
        let schema: JSONValue = ["oneOf": [["type": "integer"], ["type": "integer", "minimum": 5], ["type": "null"]]]

        #expect(check.problems(3, schema) == [])
        #expect(check.problems(.null, schema) == [])
        #expect(check.problems(7, schema) == [": fits several alternatives"])
        #expect(check.problems("x", schema).count == 3)
    }

    @Test(
        "an answer that is not documented is named, with its request",
        arguments: [
            (200, "application/json", #"{"detail":"x"}"#, [String]()),
            (200, "application/json", #"{"detail":1}"#, ["/detail: is not of type string"]),
            (200, "text/plain", "x", ["its type is not documented"]),
            (200, "application/json", "{", ["its body is not JSON"]),
            (201, "application/json", #"{"detail":"x"}"#, ["status is not documented"]),
            (500, "application/json", #"{"detail":"x"}"#, ["status is not documented"]),
        ])
    func exchange(status: Int, type: String, body: String, expected: [String]) async throws {
        let server = try await TestServer()
        let exchange = AnsweredRequest(
            "GET", "/healthz?x=1", status: status, headers: [("X-Request-ID", "a"), ("Content-Type", type)],
            body: Array(body.utf8))

        let problems = server.contract.problems(with: exchange)

        #expect(problems == expected.map { "GET /healthz \(status): \($0)" })
    }
}
