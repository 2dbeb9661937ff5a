import Testing

@testable import HTTPTransport

@Suite("reading bodies")
struct BodyDecodingTests {
    @Test(
        "JSON objects are members",
        arguments: ["application/json", "Application/JSON; charset=utf-8", " application/json "])
    func json(type: String) throws {
        let body = try decode(type, #"{"a": 1}"#)

        #expect(body == .members(JSONObject([("a", .integer("1"))]), isForm: false))
    }

    @Test("other JSON is handed on")
    func noObject() throws {
        #expect(try decode("application/json", "[1]") == .notAnObject(.array([.integer("1")])))
        #expect(try decode("application/json", "null") == .notAnObject(.null))
    }

    @Test("malformed JSON is refused with its place, without its content")
    func malformedJSON() {
        #expect(throws: BodyProblem.malformedJSON("a value is missing: line 1 column 7")) {
            try decode("application/json", #"{"a": secret}"#)
        }
    }

    @Test("no body is an empty object, whatever its type", arguments: [nil, "", "text/plain", "multipart/form-data"])
    func empty(type: String?) throws {
        #expect(try decode(type, "") == .members(JSONObject(), isForm: false))
    }

    @Test(
        "a body of another type, or of none, is refused with its type as sent",
        arguments: [
            (nil, ""), ("text/plain", "text/plain"), ("Text/Plain; charset=x", "Text/Plain; charset=x"),
            ("application/vnd.api+json", "application/vnd.api+json"), ("application/jsonp", "application/jsonp"),
        ])
    func unsupported(type: String?, asSent: String) {
        #expect(throws: BodyProblem.unsupportedMediaType(asSent)) { try decode(type, "a=1") }
    }

    @Test("a form's members are text, and of one name the last counts")
    func form() throws {
        let body = try decode("application/x-www-form-urlencoded; charset=UTF-8", "a=1&b=x+y%20z&a=2&c&&d=&e=1=2")

        guard case .members(let members, isForm: true) = body else {
            Issue.record("no form")
            return
        }
        #expect(members["a"] == .string("2"))
        #expect(members["b"] == .string("x y z"))
        #expect(members["c"] == .string(""))
        #expect(members["d"] == .string(""))
        #expect(members["e"] == .string("1=2"))
        #expect(members.members.count == 6)
    }

    @Test("percent-encoding is UTF-8, repaired where it is not")
    func percentEncoding() throws {
        let pairs = try URLEncodedPairs.decode(Array("Zo%C3%AB%2B=%c3%28&x=100%&y=%zz%4&z=é%00".utf8))

        #expect(pairs.map(\.name) == ["Zoë+", "x", "y", "z"])
        #expect(pairs.map(\.text) == ["\u{FFFD}(", "100%", "%zz%4", "é\0"])
    }

    @Test("a thousand members are read, one more is refused")
    func tooManyMembers() throws {
        let thousand = Array(repeating: "a=1", count: 1_000).joined(separator: "&")

        let pairs = try URLEncodedPairs.decode(Array(thousand.utf8))

        #expect(pairs.count == 1_000)
        #expect(throws: BodyProblem.malformedForm("there are more than 1000 members")) {
            try URLEncodedPairs.decode(Array((thousand + "&b=2").utf8))
        }
    }

    private func decode(_ type: String?, _ text: String) throws(BodyProblem) -> DecodedBody {
        try BodyDecoding.decode(contentType: type, bytes: Array(text.utf8))
    }
}
